package dev.screentest.testbed.database;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who we are for a server. Not a record, so that nothing prints the password by accident. */
public final class Credentials {
  private final @Nullable String user;
  private final @Nullable String password;

  Credentials(@Nullable String user, @Nullable String password) {
    this.user = user;
    this.password = password;
  }

  /** The name; empty for the driver's default, the account that runs this JVM. */
  public Optional<String> user() {
    return Optional.ofNullable(user);
  }

  Optional<String> password() {
    return Optional.ofNullable(password);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Credentials that
        && Objects.equals(user, that.user)
        && Objects.equals(password, that.password);
  }

  @Override
  public int hashCode() {
    return Objects.hash(user, password);
  }

  @Override
  public String toString() {
    return "user " + (user == null ? "by default" : user);
  }
}
