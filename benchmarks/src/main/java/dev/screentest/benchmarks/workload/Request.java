package dev.screentest.benchmarks.workload;

import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.domain.Actor;
import dev.screentest.domain.FetchDepth;
import dev.screentest.domain.FetchStrategy;
import dev.screentest.domain.IdRange;
import dev.screentest.domain.Movie;
import dev.screentest.domain.MovieStore;
import dev.screentest.testbed.data.ActorFacts;
import dev.screentest.testbed.data.ContactFacts;
import dev.screentest.testbed.data.Contents;
import dev.screentest.testbed.data.MovieFacts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a request of an application does in one transaction: a page of a list with the number of all
 * movies, one movie with its cast, whether a title is taken, an actor with its contact details, and
 * another phone number for it.
 */
record Request() implements Deed<Request.Form> {

  private static final int PAGE = 10;

  /** The cast of these two is not that of the data set: {@link ExtraActors} play there. */
  private static final long FIRST_MOVIE = 3;

  /** What the user sends. */
  record Form(long movieId, String title, long actorId, String phoneNumber) {}

  /** What the user gets. */
  record Response(List<Movie> page, long all, Movie movie, boolean isTaken, Actor actor) {}

  @Override
  public List<Form> prepare(Stage stage, int operations) throws SQLException {
    long movies = stage.catalogue().movies();
    Cycle<Long> ids =
        Cycle.draw(Math.max(1, operations), 6, random -> random.nextLong(FIRST_MOVIE, movies + 1));
    List<Long> actors = ExtraActors.insert(stage, operations);
    return IntStream.range(0, operations)
        .mapToObj(
            operation -> {
              long id = ids.next();
              String title = stage.catalogue().movie(id).title();
              return new Form(id, title, actors.get(operation), "557 " + operation);
            })
        .toList();
  }

  @Override
  public Object perform(MovieStore store, Form form) {
    return store.write(
        work -> {
          List<Movie> page = work.moviesPageAfter("", 0, PAGE);
          long all = work.countMovies();
          Movie movie =
              work.moviesWithCast(
                      IdRange.of(form.movieId), FetchDepth.CONTACT_DETAILS, FetchStrategy.JOINED)
                  .get(0);
          boolean isTaken = work.existsMovieTitled(form.title);
          Actor actor = work.findActorWithContactDetails(form.actorId).orElseThrow();
          actor.getContactDetails().iterator().next().setPhoneNumber(form.phoneNumber);
          work.save(actor);
          return new Response(page, all, movie, isTaken, actor);
        });
  }

  @Override
  public void verify(Object result, Form form, Answers answers) {
    Response response = (Response) result;
    Difference.requireNone(
        "page: ",
        answers.byTitle().stream().limit(PAGE).toList(),
        MovieFacts.of(response.page, FetchDepth.MOVIES));
    Difference.requireNone("number of movies", answers.movies(), response.all);
    Difference.requireNone(
        "movie: ",
        answers.catalogue().movie(form.movieId, FetchDepth.CONTACT_DETAILS),
        MovieFacts.of(response.movie, FetchDepth.CONTACT_DETAILS));
    Difference.requireNone("title taken", true, response.isTaken);
  }

  @Override
  public Contents expected(Contents initial, List<Form> used, List<Form> left) {
    Map<Long, Form> changed =
        used.stream().collect(Collectors.toMap(Form::actorId, Function.identity()));
    List<Long> all = Stream.concat(used.stream(), left.stream()).map(Form::actorId).toList();
    return ContentsEdit.withActors(
        ExtraActors.added(initial, all),
        actor -> {
          Form form = changed.get(actor.id());
          return form == null ? actor : withPhoneNumber(actor, form.phoneNumber);
        });
  }

  private static ActorFacts withPhoneNumber(ActorFacts actor, String phoneNumber) {
    List<ContactFacts> contacts = new ArrayList<>(ExtraActors.contacts(actor.id()));
    ContactFacts first = contacts.get(0);
    contacts.set(0, new ContactFacts(first.id(), phoneNumber, first.address()));
    return new ActorFacts(actor.id(), actor.name(), actor.birthday(), actor.stuntman(), contacts);
  }

  @Override
  public Bill bill() {
    return Bill.ofWrite(6, 1);
  }
}
