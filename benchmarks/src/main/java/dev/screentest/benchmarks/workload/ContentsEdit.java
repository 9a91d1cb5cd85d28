package dev.screentest.benchmarks.workload;

import dev.screentest.testbed.data.ActorFacts;
import dev.screentest.testbed.data.Contents;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Contents of a database as they must be after a change. */
final class ContentsEdit {

  private ContentsEdit() {}

  /** Returns contents in which movies have other titles, by id. */
  static Contents retitled(Contents contents, Map<Long, String> titles) {
    return new Contents(
        contents.movies().stream()
            .map(
                movie ->
                    new Contents.MovieRow(
                        movie.id(),
                        titles.getOrDefault(movie.id(), movie.title()),
                        movie.releaseDate(),
                        movie.actorIds()))
            .toList(),
        contents.actors());
  }

  /** Returns contents in which every actor was changed, or is still the same. */
  static Contents withActors(Contents contents, UnaryOperator<ActorFacts> change) {
    return new Contents(contents.movies(), contents.actors().stream().map(change).toList());
  }

  /** Returns contents with further movies and actors, of larger ids. */
  static Contents with(Contents contents, List<Contents.MovieRow> movies, List<ActorFacts> actors) {
    return new Contents(
        Stream.concat(contents.movies().stream(), movies.stream()).toList(),
        Stream.concat(contents.actors().stream(), actors.stream()).toList());
  }
}
