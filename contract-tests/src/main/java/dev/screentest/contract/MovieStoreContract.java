package dev.screentest.contract;

import dev.screentest.domain.MovieStoreProvider;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The contract as tests: extend this class, once for each variant, and every rule runs.
 *
 * <pre>{@code
 * class MyTaughtContractTest extends MovieStoreContract {
 *   MyTaughtContractTest() {
 *     super(new MyMovieStoreProvider(), Variant.TAUGHT);
 *   }
 * }
 * }</pre>
 *
 * <p>The database is the one that the environment variable {@code SCREENTEST_DATABASE} names. Rules
 * of capabilities that the variant lacks are skipped, with its reason. Nothing here can be
 * overridden but {@link #deviations()}, so that no aspect can be forgotten or hollowed out.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(RuleExtension.class)
@DisplayNameGeneration(RuleNames.class)
public abstract class MovieStoreContract {

  private final Stage stage;

  /**
   * Creates the suite for one variant.
   *
   * @throws IllegalArgumentException if the provider has no variant of this name
   */
  protected MovieStoreContract(MovieStoreProvider provider, String variant) {
    this(new ServerStage(provider, variant));
  }

  /** Creates the suite for a stage of another kind; for the suite's own tests. */
  MovieStoreContract(Stage stage) {
    this.stage = stage;
  }

  /**
   * Returns the ids of SHOULD rules from which this implementation deviates, each with the reason;
   * none unless overridden. A MUST cannot be deviated from.
   */
  protected Map<String, String> deviations() {
    return Map.of();
  }

  final Stage stage() {
    return stage;
  }

  @BeforeAll
  final void openStage() {
    stage.open();
  }

  @AfterAll
  final void closeStage() {
    stage.close();
  }

  @Nested
  final class Identity extends IdentityRules {
    Identity() {
      super(stage);
    }
  }

  @Nested
  final class Relation extends RelationRules {
    Relation() {
      super(stage);
    }
  }

  @Nested
  final class Save extends SaveRules {
    Save() {
      super(stage);
    }
  }

  @Nested
  final class Merge extends MergeRules {
    Merge() {
      super(stage);
    }
  }

  @Nested
  final class Delete extends DeleteRules {
    Delete() {
      super(stage);
    }
  }

  @Nested
  final class Orphan extends OrphanRules {
    Orphan() {
      super(stage);
    }
  }

  @Nested
  final class Query extends QueryRules {
    Query() {
      super(stage);
    }
  }

  @Nested
  final class Page extends PageRules {
    Page() {
      super(stage);
    }
  }

  @Nested
  final class Projection extends ProjectionRules {
    Projection() {
      super(stage);
    }
  }

  @Nested
  final class Bulk extends BulkRules {
    Bulk() {
      super(stage);
    }
  }

  @Nested
  final class Streaming extends StreamRules {
    Streaming() {
      super(stage);
    }
  }

  @Nested
  final class Transaction extends TransactionRules {
    Transaction() {
      super(stage);
    }
  }

  @Nested
  final class Text extends TextRules {
    Text() {
      super(stage);
    }
  }

  @Nested
  final class Dates extends DateRules {
    Dates() {
      super(stage);
    }
  }

  @Nested
  final class HostileInput extends HostileInputRules {
    HostileInput() {
      super(stage);
    }
  }

  @Nested
  final class BadInput extends BadInputRules {
    BadInput() {
      super(stage);
    }
  }

  @Nested
  final class Failure extends FailureRules {
    Failure() {
      super(stage);
    }
  }

  @Nested
  final class Faults extends FaultRules {
    Faults() {
      super(stage);
    }
  }

  @Nested
  final class Resource extends ResourceRules {
    Resource() {
      super(stage);
    }
  }

  @Nested
  final class Concurrency extends ConcurrencyRules {
    Concurrency() {
      super(stage);
    }
  }

  @Nested
  final class Sharing extends SharedCacheRules {
    Sharing() {
      super(stage);
    }
  }

  @Nested
  final class Statement extends StatementRules {
    Statement() {
      super(stage);
    }
  }

  @Nested
  final class Insert extends InsertRules {
    Insert() {
      super(stage);
    }
  }

  @Nested
  final class Capabilities extends CapabilityRules {
    Capabilities() {
      super(stage);
    }
  }

  @Nested
  final class Interop extends InteropRules {
    Interop() {
      super(stage);
    }
  }
}
