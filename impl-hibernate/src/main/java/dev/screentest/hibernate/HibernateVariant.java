package dev.screentest.hibernate;

import static dev.screentest.hibernate.PersistenceUnit.IDENTITY_COLUMNS;
import static dev.screentest.hibernate.PersistenceUnit.SEQUENCES;
import static dev.screentest.hibernate.PersistenceUnit.STATELESS_SESSIONS;
import static dev.screentest.hibernate.PersistenceUnit.configuration;
import static dev.screentest.hibernate.PersistenceUnit.tuned;
import static dev.screentest.hibernate.PersistenceUnit.withEarlyOrphans;
import static dev.screentest.hibernate.PersistenceUnit.withOrphans;
import static dev.screentest.hibernate.PersistenceUnit.withSharedCache;

import dev.screentest.domain.Capability;
import dev.screentest.domain.Variant;
import dev.screentest.domain.spi.UnitOpener;
import java.util.Map;
import javax.sql.DataSource;

/** The ways to use Hibernate that are offered. */
enum HibernateVariant {
  TAUGHT(
      new Variant(
          Variant.TAUGHT,
          "Session with its persistence context; HQL with join fetch",
          ofSessions(),
          Map.of("COUNT-22", SessionUnit.PARTS_BY_ID))) {
    @Override
    UnitOpener openOn(DataSource dataSource) {
      return new SessionOpener(
          withOrphans(configuration(dataSource, SEQUENCES)).createEntityManagerFactory(),
          false,
          SessionUnit::new);
    }
  },

  TUNED(
      new Variant(
          "tuned",
          "Session, read-only where nothing is written; criteria queries from the plan cache",
          ofSessions(),
          Map.of("COUNT-22", SessionUnit.PARTS_BY_ID))) {
    @Override
    UnitOpener openOn(DataSource dataSource) {
      return new SessionOpener(
          tuned(withOrphans(configuration(dataSource, SEQUENCES))).createEntityManagerFactory(),
          true,
          SessionUnit::new);
    }
  },

  STATELESS(
      new Variant(
          "stateless",
          "StatelessSession; BULK is insertMultiple, one JDBC batch; what to write is found by the"
              + " contract's Tracker",
          Map.of(
              Capability.NESTED,
              SessionUnit.NO_NESTED,
              Capability.LAZY_LOADING,
              "a stateless session fetches a relation only when it is told to",
              Capability.UNIT_CACHE,
              "a stateless session has no persistence context",
              Capability.AUTOMATIC_DIRTY_CHECKING,
              "a stateless session writes only what it is told to",
              Capability.SHARED_CACHE,
              SessionUnit.NO_SHARED_CACHE))) {
    @Override
    UnitOpener openOn(DataSource dataSource) {
      return new StatelessOpener(
          tuned(configuration(dataSource, STATELESS_SESSIONS)).createEntityManagerFactory());
    }
  },

  IDENTITY(
      new Variant(
          "identity",
          "taught, with ids from the database; an anti-pattern: no insert is ever batched",
          ofSessions(),
          Map.of(
              "COUNT-22",
              SessionUnit.PARTS_BY_ID,
              "INSERT-3",
              SessionUnit.NO_BATCHES,
              "INSERT-4",
              SessionUnit.NO_BATCHES,
              "INSERT-6",
              "every row takes a value of the sequence, by the column's default"))) {
    @Override
    UnitOpener openOn(DataSource dataSource) {
      return new SessionOpener(
          withEarlyOrphans(configuration(dataSource, IDENTITY_COLUMNS))
              .createEntityManagerFactory(),
          false,
          SessionUnit::new);
    }
  },

  CACHED(
      new Variant(
          "cached",
          "taught, with movies in a second-level cache (Ehcache); answers may be outdated",
          Map.of(Capability.NESTED, SessionUnit.NO_NESTED, Capability.BULK, SessionUnit.NO_BULK),
          Map.of(
              "COUNT-22", SessionUnit.PARTS_BY_ID,
              "COUNT-23", CachedUnit.FOUND_BEFORE))) {
    @Override
    UnitOpener openOn(DataSource dataSource) {
      return new SessionOpener(
          withSharedCache(withOrphans(configuration(dataSource, SEQUENCES)))
              .createEntityManagerFactory(),
          false,
          CachedUnit::new);
    }
  };

  private static Map<Capability, String> ofSessions() {
    return Map.of(
        Capability.NESTED,
        SessionUnit.NO_NESTED,
        Capability.BULK,
        SessionUnit.NO_BULK,
        Capability.SHARED_CACHE,
        SessionUnit.NO_SHARED_CACHE);
  }

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts and a copied map
  private final Variant variant;

  HibernateVariant(Variant variant) {
    this.variant = variant;
  }

  Variant variant() {
    return variant;
  }

  /** Opens units of work on a data source, without connecting. */
  abstract UnitOpener openOn(DataSource dataSource);
}
