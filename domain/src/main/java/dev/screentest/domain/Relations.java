package dev.screentest.domain;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;

/**
 * Relations to many, loaded or not. A relation that was not loaded is a set of which every method
 * throws {@link RelationNotLoadedException}; frameworks with lazy collections put their own in its
 * place.
 */
public final class Relations {

  private Relations() {}

  /** Returns the relation that stands for one that was not loaded, such as {@code Movie.actors}. */
  public static <E> Set<E> notLoaded(String relation) {
    return new NotLoaded<>(relation);
  }

  /**
   * Returns whether a relation was loaded, as far as this contract can see: a framework's own lazy
   * collection counts as loaded here, and throws for itself.
   */
  public static boolean isLoaded(Set<?> relation) {
    return !(relation instanceof NotLoaded);
  }

  static <E> void addIfLoaded(Set<E> relation, E element) {
    changeIfLoaded(relation, () -> relation.add(element));
  }

  static <E> void removeIfLoaded(Set<E> relation, E element) {
    changeIfLoaded(relation, () -> relation.remove(element));
  }

  /**
   * A change from the other side must not fail because this side was not loaded. A framework's own
   * lazy collection says so by an exception of a type that this module does not know (Hibernate's
   * {@code LazyInitializationException}, once the unit of work is over); in that case too there is
   * nothing in memory to keep in step.
   */
  private static void changeIfLoaded(Set<?> relation, Runnable change) {
    if (relation instanceof NotLoaded) {
      return;
    }
    try {
      change.run();
    } catch (RuntimeException notLoaded) {
      // Nothing to keep in step, see above.
    }
  }

  private static final class NotLoaded<E> extends AbstractSet<E> {

    private final String relation;

    NotLoaded(String relation) {
      this.relation = relation;
    }

    @Override
    public Iterator<E> iterator() {
      throw new RelationNotLoadedException(relation);
    }

    @Override
    public int size() {
      throw new RelationNotLoadedException(relation);
    }

    @Override
    public boolean add(E element) {
      throw new RelationNotLoadedException(relation);
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return relation + " (not loaded)";
    }
  }
}
