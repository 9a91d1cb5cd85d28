package dev.screentest.benchmarks.show;

import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.stage.Stage;
import dev.screentest.benchmarks.workload.DataSetTooSmallException;
import dev.screentest.benchmarks.workload.Workload;
import dev.screentest.benchmarks.workload.WorkloadEntry;
import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnsupportedCapabilityException;
import dev.screentest.testbed.data.Catalogue;
import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.PoolOptions;
import dev.screentest.testbed.meter.SentStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the lines that an implementation's authors wrote for a workload: those of every method of
 * its package that runs in one operation, of the constants that these methods name, of the mapper
 * methods behind its proxies, and of the elements of its XML files that belong to what was sent.
 * Blank lines and comments do not count, and what is used twice counts once.
 */
public final class LineCounter implements AutoCloseable {

  /** What runs only the first time is no part of an operation. */
  private static final int NOT_COUNTED = 1;

  private final Contestant contestant;
  private final Database database;
  private final Catalogue catalogue;
  private final UnitKind unit;
  private final String packageName;
  private final CoveredClasses classes;
  private final Contestants contestants;
  private @Nullable Stage stage;

  /**
   * Prepares to count for one contestant.
   *
   * @param unit in which kind of unit of work reads are done
   */
  public LineCounter(Database database, Contestant contestant, Catalogue catalogue, UnitKind unit) {
    this.contestant = contestant;
    this.database = database;
    this.catalogue = catalogue;
    this.unit = unit;
    Class<?> provider = Contestants.onClassPath().provider(contestant.implementation()).getClass();
    this.packageName = provider.getPackageName();
    this.classes = new CoveredClasses(packageName, provider.getClassLoader());
    this.contestants = Contestants.foundBy(classes);
  }

  /**
   * Counts the lines of a workload; none where the contestant or the data set cannot serve it.
   *
   * @throws SQLException if the database cannot be prepared
   */
  public OptionalInt count(WorkloadEntry entry) throws SQLException {
    if (entry.needed().complaint(catalogue).isPresent()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(perform(entry));
    } catch (UnsupportedCapabilityException | DataSetTooSmallException e) {
      return OptionalInt.empty();
    }
  }

  private int perform(WorkloadEntry entry) throws SQLException {
    Stage ready = stage(entry.connections());
    Workload workload = entry.workload().apply(unit);
    workload.enter(ready);
    workload.rehearse(NOT_COUNTED + 1);
    for (int i = 0; i < NOT_COUNTED; i++) {
      workload.perform();
    }
    classes.forget();
    List<SentStatement> sent = new ArrayList<>(ready.wire().observeInFull(workload::perform));
    SourceTrail trail = new SourceTrail(packageName);
    classes.visit(trail::addMethod);
    sent.forEach(trail::add);
    List<XmlText> xml = classes.xmlFiles();
    MapperFiles mappers = new MapperFiles(xml);
    Set<String> statements = mappers.statements(sent);
    statements.forEach(statement -> addMethod(trail, statement));
    Set<String> texts = new LinkedHashSet<>(trail.texts());
    texts.addAll(mappers.texts(statements));
    texts.addAll(new EntityMappings(xml).texts(sent));
    return SourceText.lines(texts);
  }

  /**
   * Adds a mapper's method that only its XML knows: a batch is sent when it is not on the stack.
   */
  private void addMethod(SourceTrail trail, String statement) {
    int dot = statement.lastIndexOf('.');
    try {
      trail.addMethod(
          classes.loadClass(statement.substring(0, dot)), statement.substring(dot + 1), -1);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the mapper of " + statement + " has no interface", e);
    }
  }

  private Stage stage(int connections) throws SQLException {
    Stage open = stage;
    if (open != null && open.pool().options().size() == connections) {
      return open;
    }
    close(open);
    open =
        Stage.open(
            database,
            contestants,
            contestant,
            catalogue,
            PoolOptions.defaults().withSize(connections));
    classes.findNamedXmlFiles();
    stage = open;
    return open;
  }

  private static void close(@Nullable Stage open) {
    if (open != null) {
      open.close();
    }
  }

  /** Closes what it opened in the database. */
  @Override
  public void close() {
    close(stage);
    classes.close();
  }
}
