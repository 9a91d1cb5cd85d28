package dev.screentest.domain;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An actor with movies, contact details and at most one stuntman. Not thread-safe; equality is
 * identity.
 */
public class Actor {

  /** All contact details that were not loaded: they hold nothing and never change. */
  private static final Set<ContactDetails> CONTACT_DETAILS_NOT_LOADED =
      Relations.notLoaded("Actor.contactDetails");

  /** All movies that were not loaded, likewise. */
  private static final Set<Movie> MOVIES_NOT_LOADED = Relations.notLoaded("Actor.movies");

  private @Nullable Long id;
  private String name = "";
  private @Nullable LocalDate birthday;
  private @Nullable Stuntman stuntman;
  private Set<ContactDetails> contactDetails = new LinkedHashSet<>();
  private Set<Movie> movies = new LinkedHashSet<>();

  /** Creates a new actor without a name and with empty relations. */
  public Actor() {}

  /** Creates a new actor with empty relations. */
  public Actor(String name, @Nullable LocalDate birthday) {
    setName(name);
    setBirthday(birthday);
  }

  /**
   * Creates an actor as it is stored, without a stuntman, movies and contact details not loaded.
   * The values are not checked: they come from a database, or are about to be checked by {@link
   * UnitOfWork#merge(Actor)}.
   */
  public Actor(long id, String name, @Nullable LocalDate birthday) {
    this.id = id;
    this.name = name;
    this.birthday = birthday;
    this.contactDetails = CONTACT_DETAILS_NOT_LOADED;
    this.movies = MOVIES_NOT_LOADED;
  }

  /** Returns the id, or null as long as this actor is new. */
  public @Nullable Long getId() {
    return id;
  }

  /** Sets the id; for implementations. */
  public void setId(@Nullable Long id) {
    this.id = id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = Values.text("Actor.name", name);
  }

  public @Nullable LocalDate getBirthday() {
    return birthday;
  }

  public void setBirthday(@Nullable LocalDate birthday) {
    this.birthday = Values.date("Actor.birthday", birthday);
  }

  /** Returns the stuntman, or null if there is none: it always comes with its actor. */
  public @Nullable Stuntman getStuntman() {
    return stuntman;
  }

  /**
   * Replaces the stuntman, on both sides; the one before is an orphan, deleted with the next save.
   */
  public void setStuntman(@Nullable Stuntman stuntman) {
    Stuntman before = this.stuntman;
    if (before == stuntman) {
      return;
    }
    this.stuntman = stuntman;
    if (before != null) {
      before.setActor(null);
    }
    if (stuntman != null) {
      stuntman.setActor(this);
    }
  }

  /**
   * Returns the contact details, ordered by id; change them with {@link #addContactDetails} and
   * {@link #removeContactDetails}.
   */
  public Set<ContactDetails> getContactDetails() {
    return contactDetails;
  }

  /** Replaces the contact details as they are, without touching their side; for implementations. */
  public void setContactDetails(Set<ContactDetails> contactDetails) {
    this.contactDetails = contactDetails;
  }

  /** Adds contact details, on both sides. */
  public void addContactDetails(ContactDetails details) {
    contactDetails.add(details);
    details.setActor(this);
  }

  /** Takes contact details out, on both sides; they are orphans, deleted with the next save. */
  public void removeContactDetails(ContactDetails details) {
    if (contactDetails.remove(details)) {
      details.setActor(null);
    }
  }

  /** Returns the movies, ordered by id; a cast is changed on the {@link Movie}'s side. */
  public Set<Movie> getMovies() {
    return movies;
  }

  /** Replaces the movies as they are, without touching their side; for implementations. */
  public void setMovies(Set<Movie> movies) {
    this.movies = movies;
  }

  @Override
  public String toString() {
    return "Actor[id=" + id + ", name=" + name + ", birthday=" + birthday + "]";
  }
}
