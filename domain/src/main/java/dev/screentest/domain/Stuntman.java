package dev.screentest.domain;

import org.jspecify.annotations.Nullable;

/** The one who takes an actor's falls. Not thread-safe; equality is identity. */
public class Stuntman {

  private @Nullable Long id;
  private String name = "";
  private boolean active;
  private @Nullable Actor actor;

  /** Creates a new stuntman without a name and without an actor. */
  public Stuntman() {}

  /** Creates a new stuntman without an actor. */
  public Stuntman(String name, boolean active) {
    setName(name);
    setActive(active);
  }

  /**
   * Creates a stuntman as it is stored, without its actor. The values are not checked: they come
   * from a database, or are about to be checked by {@link UnitOfWork#merge(Actor)}.
   */
  public Stuntman(long id, String name, boolean active) {
    this.id = id;
    this.name = name;
    this.active = active;
  }

  /** Returns the id, or null as long as this stuntman is new. */
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
    this.name = Values.text("Stuntman.name", name);
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  /**
   * Returns the actor, or null as long as there is none; a stuntman is saved with an actor only.
   */
  public @Nullable Actor getActor() {
    return actor;
  }

  /** Moves this stuntman to an actor, or to none, on both sides. */
  public void setActor(@Nullable Actor actor) {
    Actor before = this.actor;
    if (before == actor) {
      return;
    }
    this.actor = actor;
    if (before != null && before.getStuntman() == this) {
      before.setStuntman(null);
    }
    if (actor != null) {
      actor.setStuntman(this);
    }
  }

  @Override
  public String toString() {
    return "Stuntman[id=" + id + ", name=" + name + ", active=" + active + "]";
  }
}
