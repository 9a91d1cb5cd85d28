package dev.screentest.benchmarks.broken;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.domain.MovieStore;
import dev.screentest.domain.MovieStoreProvider;
import dev.screentest.domain.StoreName;
import dev.screentest.domain.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Raw JDBC with one fault, chosen by the variant. */
@StoreName(BrokenProvider.NAME)
public final class BrokenProvider implements MovieStoreProvider {

  /** The name that nobody would choose for a real one. */
  public static final String NAME = "broken";

  @Override
  public String framework() {
    return "Broken";
  }

  @Override
  public String version() {
    return "1.0";
  }

  @Override
  public List<Variant> variants() {
    return Arrays.stream(Fault.values())
        .map(fault -> new Variant(fault.label(), fault.toString(), Map.of()))
        .toList();
  }

  @Override
  public MovieStore open(DataSource dataSource, Variant variant) {
    Fault fault = Fault.of(variant.name());
    MovieStoreProvider jdbc = Contestants.onClassPath().provider(Contestant.BASELINE);
    DataSource connections = fault == Fault.COMMITS_TENTH ? RareCommits.on(dataSource) : dataSource;
    MovieStore good = jdbc.open(connections, jdbc.variants().get(0));
    return new BrokenStore(good, fault, new Saboteur(dataSource));
  }
}
