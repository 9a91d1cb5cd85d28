package dev.screentest.benchmarks.cli;

import dev.screentest.testbed.database.Database;
import dev.screentest.testbed.database.DatabaseSpec;
import dev.screentest.testbed.database.DurabilityProfile;
import dev.screentest.testbed.database.InvalidDatabaseSpecException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which database a command works on. */
final class DatabaseOptions {

  /** The option whose value may hold a password. */
  static final String DATABASE = "--database";

  @Option(
      names = DATABASE,
      paramLabel = "DATABASE",
      converter = SpecConverter.class,
      description = {
        "embedded (the default), testcontainers[:IMAGE], or the JDBC URL of a server,"
            + " jdbc:postgresql://HOST[:PORT]/DATABASE,",
        "with the credentials in PGUSER and PGPASSWORD. The variable "
            + DatabaseSpec.VARIABLE
            + " does the same."
      })
  private @Nullable DatabaseSpec database;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = {
        "memory: commits do not wait for the disk, so that the framework's cost stands out"
            + " (default);",
        "durable: they do. For servers that we start; others keep their settings."
      })
  private @Nullable DurabilityProfile profile;

  /**
   * Returns arguments without the database. A child finds it in its environment; the option's value
   * may hold a password.
   */
  static List<String> without(List<String> arguments) {
    List<String> others = new ArrayList<>();
    boolean isValue = false;
    for (String argument : arguments) {
      if (!isValue && !argument.equals(DATABASE) && !argument.startsWith(DATABASE + "=")) {
        others.add(argument);
      }
      isValue = !isValue && argument.equals(DATABASE);
    }
    return others;
  }

  Database start() {
    return Database.start(database(), profile());
  }

  DurabilityProfile profile() {
    return profile == null ? DurabilityProfile.MEMORY : profile;
  }

  /** Returns whether a server more costs next to nothing. */
  boolean canStartSeveral() {
    return database() instanceof DatabaseSpec.Embedded;
  }

  boolean isExternal() {
    return database() instanceof DatabaseSpec.External;
  }

  /** Says that a profile was asked for where it has no effect, if so. */
  Optional<String> adviceOnProfile() {
    return profile != null && isExternal()
        ? Optional.of("The server is not ours: --profile has no effect, its own settings hold.")
        : Optional.empty();
  }

  private DatabaseSpec database() {
    return database == null ? DatabaseSpec.fromEnvironment() : database;
  }

  /** Keeps the value itself out of the error: picocli repeats it otherwise, password and all. */
  static final class SpecConverter implements ITypeConverter<DatabaseSpec> {
    @Override
    public DatabaseSpec convert(String value) {
      try {
        return DatabaseSpec.parse(value);
      } catch (InvalidDatabaseSpecException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
