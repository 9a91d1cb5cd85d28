package dev.screentest.jdbi;

import dev.screentest.domain.UnitKind;
import dev.screentest.domain.spi.IdBlocks;
import dev.screentest.domain.spi.UnitOpener;
import dev.screentest.domain.spi.UnitSession;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** Opens units of work, in the way of one variant. */
final class JdbiUnits implements UnitOpener {

  private final Jdbi jdbi;
  private final Function<Handle, Daos> daos;
  private final Ids ids;

  private JdbiUnits(Jdbi jdbi, Function<Handle, Daos> daos, Ids ids) {
    this.jdbi = jdbi;
    this.daos = daos;
    this.ids = ids;
  }

  /** Returns units that use SQL objects. */
  static JdbiUnits ofSqlObjects(
      DataSource dataSource, Consumer<Jdbi> mappers, InsertDaos inserts, Ids ids) {
    Jdbi jdbi = jdbi(dataSource).installPlugin(new SqlObjectPlugin());
    mappers.accept(jdbi);
    AttachedDaos.inspect(jdbi, inserts);
    return new JdbiUnits(jdbi, handle -> new AttachedDaos(handle, inserts), ids);
  }

  /** Returns units that use the fluent API. */
  static JdbiUnits ofStatements(DataSource dataSource) {
    Jdbi jdbi = jdbi(dataSource).registerArrayType(new TypedArrays());
    // Fragments are in the search alone.
    jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
    return new JdbiUnits(jdbi, FluentDaos::new, Ids.of(new IdBlocks()));
  }

  /** Configures SQL objects with the mappers and arrays of {@link #ofStatements}. */
  static void byHand(Jdbi jdbi) {
    HandWrittenMappers.register(jdbi);
    jdbi.registerArrayType(new TypedArrays());
  }

  /** Configures what is the same for all, without connecting. */
  private static Jdbi jdbi(DataSource dataSource) {
    Jdbi jdbi = Jdbi.create(dataSource);
    jdbi.setTransactionHandler(new CarefulTransactionHandler());
    return jdbi.registerArrayType(LocalDate.class, "date");
  }

  @Override
  public UnitSession open(UnitKind kind) {
    UnitHandle unit = UnitHandle.open(jdbi, kind);
    Daos unitDaos = daos.apply(unit.handle());
    return new JdbiSession(
        unit, unitDaos, kind == UnitKind.WRITE ? new GraphWriter(unitDaos, ids) : null);
  }
}
