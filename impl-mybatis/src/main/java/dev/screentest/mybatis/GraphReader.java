package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import dev.screentest.domain.CastList;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How what spreads over several tables is read. */
interface GraphReader {

  /** Reads an actor with its contact details, if it is there. */
  Optional<Actor> actor(long id);

  /** Reads those actors that are there, with their contact details. */
  List<Actor> actors(Collection<Long> ids);

  /** Reads a movie with its cast and their contact details, if it is there. */
  Optional<Movie> movie(long id);

  /** Reads movies with their casts as deep as told. */
  List<Movie> movies(IdRange ids, FetchDepth depth, FetchStrategy strategy);

  /** Reads casts as records. */
  List<CastList> castLists(IdRange movieIds);
}
