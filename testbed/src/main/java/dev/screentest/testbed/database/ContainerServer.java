package dev.screentest.testbed.database;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in Docker, which Testcontainers starts and, after a crash of ours, removes. */
final class ContainerServer implements RunningServer {
  private static final String IMAGE_VARIABLE = "SCREENTEST_POSTGRES_IMAGE";
  private static final String PINNED_IMAGE = "postgres:18.6";

  private static final String DATABASE = "screentest";
  private static final int FIRST_WITH_BUILTIN_LOCALES = 17;
  private static final long PULL_TIMEOUT_MINUTES = 10;

  private final PostgreSQLContainer container;
  private final String image;

  private ContainerServer(PostgreSQLContainer container, String image) {
    this.container = container;
    this.image = image;
  }

  static ContainerServer start(Optional<String> chosenImage, DurabilityProfile profile) {
    String image = chosenImage.orElseGet(ContainerServer::defaultImage);
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new DatabaseUnavailableException(
          "Docker does not answer.",
          "Start it, check DOCKER_HOST and that you may use it, or choose the embedded server:"
              + " --database embedded.");
    }
    try {
      return start(DockerImageName.parse(image), image, profile);
    } catch (DockerException | ContainerFetchException e) {
      throw new DatabaseUnavailableException(
          "Docker cannot get the image " + image + ".",
          "Check its name and the registry with docker pull, or name another one:"
              + " testcontainers:IMAGE.",
          e);
    } catch (ContainerLaunchException e) {
      throw new DatabaseUnavailableException(
          "The image " + image + " did not start as a PostgreSQL.",
          "Try it with docker run, or name another one: testcontainers:IMAGE.",
          e);
    }
  }

  static String defaultImage() {
    return System.getenv().getOrDefault(IMAGE_VARIABLE, PINNED_IMAGE);
  }

  private static ContainerServer start(
      DockerImageName name, String image, DurabilityProfile profile) {
    pullIfMissing(name);
    PostgreSQLContainer container =
        new PostgreSQLContainer(name.asCompatibleSubstituteFor("postgres"));
    container.withCommand(command(profile));
    try {
      container.start();
      ContainerServer server = new ContainerServer(container, image);
      server.createDatabase();
      return server;
    } catch (RuntimeException e) {
      container.stop();
      throw e;
    }
  }

  /** Testcontainers itself tries for two minutes, in silence, what a registry has refused. */
  private static void pullIfMissing(DockerImageName image) {
    DockerClient docker = DockerClientFactory.instance().client();
    try {
      docker.inspectImageCmd(image.asCanonicalNameString()).exec();
    } catch (NotFoundException missing) {
      pull(docker, image);
    }
  }

  private static void pull(DockerClient docker, DockerImageName image) {
    try {
      docker
          .pullImageCmd(image.getUnversionedPart())
          .withTag(image.getVersionPart())
          .start()
          .awaitCompletion(PULL_TIMEOUT_MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailableException(
          "The pull of " + image.asCanonicalNameString() + " was interrupted.", "Try again.", e);
    }
  }

  private static String[] command(DurabilityProfile profile) {
    List<String> command = new ArrayList<>(List.of("postgres"));
    for (Map.Entry<String, String> setting : ServerSettings.withStatistics(profile).entrySet()) {
      command.add("-c");
      command.add(setting.getKey() + "=" + setting.getValue());
    }
    return command.toArray(String[]::new);
  }

  /**
   * A database that encodes, sorts and folds letters like the embedded server's: what the image
   * brings depends on the image.
   */
  private void createDatabase() {
    ConnectionSettings settings = new ConnectionSettings(endpoint(container.getDatabaseName()));
    try (Connection connection = settings.connect();
        Statement statement = connection.createStatement()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      statement.execute(
          "create database "
              + DATABASE
              + " template template0 encoding 'UTF8' "
              + (version >= FIRST_WITH_BUILTIN_LOCALES
                  ? "locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'"
                  : "lc_collate 'C' lc_ctype 'C.UTF-8'"));
    } catch (SQLException e) {
      throw settings.explain(e);
    }
  }

  @Override
  public Endpoint endpoint() {
    return endpoint(DATABASE);
  }

  private Endpoint endpoint(String database) {
    return new Endpoint(
        "jdbc:postgresql://%s:%d/%s?sslmode=disable"
            .formatted(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                database),
        new Credentials(container.getUsername(), container.getPassword()));
  }

  @Override
  public String kind() {
    return "testcontainers " + image;
  }

  @Override
  public boolean isOurs() {
    return true;
  }

  @Override
  public void close() {
    container.stop();
  }
}
