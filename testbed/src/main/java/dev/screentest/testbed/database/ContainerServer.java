package dev.screentest.testbed.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in Docker, which Testcontainers starts and, after a crash of ours, removes. */
final class ContainerServer implements RunningServer {
  static final String IMAGE_VARIABLE = "SCREENTEST_POSTGRES_IMAGE";
  static final String DEFAULT_IMAGE = "postgres:18.6";

  private final PostgreSQLContainer container;
  private final String image;

  private ContainerServer(PostgreSQLContainer container, String image) {
    this.container = container;
    this.image = image;
  }

  static ContainerServer start(Optional<String> chosenImage, DurabilityProfile profile) {
    String image =
        chosenImage.orElseGet(() -> System.getenv().getOrDefault(IMAGE_VARIABLE, DEFAULT_IMAGE));
    requireDocker();
    DockerImageName name = DockerImageName.parse(image).asCompatibleSubstituteFor("postgres");
    PostgreSQLContainer container = new PostgreSQLContainer(name);
    container.withCommand(command(profile));
    // The image's default, en_US, would sort and fold letters otherwise than the embedded server.
    container.withEnv("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C.UTF-8");
    try {
      container.start();
    } catch (ContainerLaunchException e) {
      container.stop();
      throw new DatabaseUnavailableException(
          "Docker could not start the image " + image + ".",
          "Pull it with docker pull " + image + ", or name another one: testcontainers:IMAGE.",
          e);
    }
    return new ContainerServer(container, image);
  }

  private static void requireDocker() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new DatabaseUnavailableException(
          "Docker does not answer.",
          "Start it, check that DOCKER_HOST is right and that you may use it, or choose the"
              + " embedded server: --database embedded.");
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

  @Override
  public Endpoint endpoint() {
    return new Endpoint(
        "jdbc:postgresql://%s:%d/%s?sslmode=disable"
            .formatted(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getDatabaseName()),
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
