package dev.screentest.domain;

import java.util.List;
import javax.sql.DataSource;

/**
 * An implementation of the contract, found by {@code ServiceLoader}. Its class is annotated with
 * {@link StoreName}, so that it can be listed without being instantiated.
 */
public interface MovieStoreProvider {

  /** Returns the framework's name, as its authors write it. */
  String framework();

  /** Returns the version of the framework on the class path. */
  String version();

  /** Returns the ways to use the framework, {@link Variant#TAUGHT} first. */
  List<Variant> variants();

  /**
   * Opens a store, without connecting. The caller closes the store, then the data source.
   *
   * @param dataSource gives connections in autocommit mode, as pools do unless told otherwise
   * @param variant one of {@link #variants()}
   * @throws InvalidArgumentException if the variant is none of this provider's
   */
  MovieStore open(DataSource dataSource, Variant variant);

  /**
   * Checks that a variant is one of this provider's; for implementations of {@link #open}.
   *
   * @throws InvalidArgumentException otherwise
   */
  default void requireVariant(Variant variant) {
    if (!variants().contains(variant)) {
      throw new InvalidArgumentException(
          framework()
              + " has no such variant as "
              + variant.name()
              + "; it has "
              + String.join(", ", variants().stream().map(Variant::name).toList()));
    }
  }
}
