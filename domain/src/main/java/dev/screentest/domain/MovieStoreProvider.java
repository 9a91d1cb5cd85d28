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

  /** Opens a store, without connecting. The caller closes the store, then the data source. */
  MovieStore open(DataSource dataSource, Variant variant);
}
