package dev.screentest.domain;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A movie and its cast. Not thread-safe; equality is identity. */
public class Movie {

  /** Every cast that was not loaded: it holds nothing and never changes. */
  private static final Set<Actor> ACTORS_NOT_LOADED = Relations.notLoaded("Movie.actors");

  private @Nullable Long id;
  private String title = "";
  private @Nullable LocalDate releaseDate;
  private Set<Actor> actors = new LinkedHashSet<>();

  /** Creates a new movie without a title and with an empty cast. */
  public Movie() {}

  /** Creates a new movie with an empty cast. */
  public Movie(String title, @Nullable LocalDate releaseDate) {
    setTitle(title);
    setReleaseDate(releaseDate);
  }

  /**
   * Creates a movie as it is stored, its cast not loaded. The values are not checked: they come
   * from a database, or are about to be checked by {@link UnitOfWork#merge(Movie)}.
   */
  public Movie(long id, String title, @Nullable LocalDate releaseDate) {
    this.id = id;
    this.title = title;
    this.releaseDate = releaseDate;
    this.actors = ACTORS_NOT_LOADED;
  }

  /** Returns the id, or null as long as this movie is new. */
  public @Nullable Long getId() {
    return id;
  }

  /** Sets the id; for implementations. */
  public void setId(@Nullable Long id) {
    this.id = id;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = Values.text("Movie.title", title);
  }

  public @Nullable LocalDate getReleaseDate() {
    return releaseDate;
  }

  public void setReleaseDate(@Nullable LocalDate releaseDate) {
    this.releaseDate = Values.date("Movie.releaseDate", releaseDate);
  }

  /** Returns the cast, ordered by id; change it with {@link #addActor} and {@link #removeActor}. */
  public Set<Actor> getActors() {
    return actors;
  }

  /** Replaces the cast as it is, without touching the actors' side; for implementations. */
  public void setActors(Set<Actor> actors) {
    this.actors = actors;
  }

  /** Adds an actor to the cast and, where those are loaded, this movie to the actor's movies. */
  public void addActor(Actor actor) {
    actors.add(actor);
    Relations.addIfLoaded(actor.getMovies(), this);
  }

  /** Takes an actor out of the cast and, where those are loaded, this movie from its movies. */
  public void removeActor(Actor actor) {
    actors.remove(actor);
    Relations.removeIfLoaded(actor.getMovies(), this);
  }

  @Override
  public String toString() {
    return "Movie[id=" + id + ", title=" + title + ", releaseDate=" + releaseDate + "]";
  }
}
