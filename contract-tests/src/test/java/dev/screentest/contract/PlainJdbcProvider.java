package dev.screentest.contract;

import dev.screentest.domain.Capability;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.Variant;
import dev.screentest.domain.spi.GuardedMovieStore;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.UnitSession;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A small store in plain JDBC, for sabotages whose witness is a server. */
@StoreName("plain")
public final class PlainJdbcProvider implements MovieStoreProvider {

  private final Sabotage sabotage;

  /** How a session is made: as it should be, or with something done otherwise. */
  @FunctionalInterface
  interface Sabotage {
    UnitSession open(DataSource dataSource, IdBlocks ids, UnitKind kind);
  }

  /** Creates a provider of stores that keep the contract. */
  public PlainJdbcProvider() {
    this(
        (dataSource, ids, kind) -> new PlainJdbcSession(new PlainSql(dataSource, kind), ids, kind));
  }

  PlainJdbcProvider(Sabotage sabotage) {
    this.sabotage = sabotage;
  }

  @Override
  public String framework() {
    return "plain JDBC";
  }

  @Override
  public String version() {
    return Runtime.version().toString();
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        new Variant(
            Variant.TAUGHT,
            "the least that keeps the contract",
            Map.of(
                Capability.NESTED, "left out to stay small",
                Capability.BULK, "left out to stay small",
                Capability.LAZY_LOADING, "nothing is loaded that was not asked for",
                Capability.UNIT_CACHE, "every result is made anew",
                Capability.AUTOMATIC_DIRTY_CHECKING, "nothing is written that was not saved",
                Capability.SHARED_CACHE, "units share nothing but the tables")));
  }

  @Override
  public MovieStore open(DataSource dataSource, Variant variant) {
    IdBlocks ids = new IdBlocks();
    return new GuardedMovieStore(variant, kind -> sabotage.open(dataSource, ids, kind));
  }
}
