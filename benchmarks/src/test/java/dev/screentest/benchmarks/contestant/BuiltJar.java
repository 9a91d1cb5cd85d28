package dev.screentest.benchmarks.contestant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Jars that tests compile for themselves, against their own class path. */
public final class BuiltJar {

  /** A provider that says who it is, and opens nothing. */
  private static final String OTHER_PROVIDER =
      """
      package dev.screentest.jdbc;

      import dev.screentest.domain.MovieStore;
      import dev.screentest.domain.MovieStoreProvider;
      import dev.screentest.domain.StoreName;
      import dev.screentest.domain.Variant;
      import java.util.List;
      import java.util.Map;
      import javax.sql.DataSource;

      @StoreName("jdbc")
      public final class JdbcMovieStoreProvider implements MovieStoreProvider {
        @Override public String framework() { return "another JDBC"; }
        @Override public String version() { return "0.9"; }
        @Override public List<Variant> variants() {
          return List.of(new Variant("taught", "the other one", Map.of()));
        }
        @Override public MovieStore open(DataSource dataSource, Variant variant) {
          throw new UnsupportedOperationException("opens nothing");
        }
      }
      """;

  /** The class path's JDBC, two milliseconds late in every unit of work. */
  private static final String LATE_PROVIDER =
      """
      package dev.screentest.late;

      import dev.screentest.domain.MovieStore;
      import dev.screentest.domain.MovieStoreProvider;
      import dev.screentest.domain.StoreName;
      import dev.screentest.domain.Variant;
      import dev.screentest.jdbc.JdbcMovieStoreProvider;
      import java.lang.reflect.InvocationTargetException;
      import java.lang.reflect.Proxy;
      import java.util.List;
      import javax.sql.DataSource;

      @StoreName("jdbc")
      public final class LateProvider implements MovieStoreProvider {
        private final MovieStoreProvider jdbc = new JdbcMovieStoreProvider();
        @Override public String framework() { return "late JDBC"; }
        @Override public String version() { return jdbc.version(); }
        @Override public List<Variant> variants() { return jdbc.variants(); }
        @Override public MovieStore open(DataSource dataSource, Variant variant) {
          MovieStore store = jdbc.open(dataSource, variant);
          return (MovieStore) Proxy.newProxyInstance(
              MovieStore.class.getClassLoader(),
              new Class<?>[] {MovieStore.class},
              (proxy, method, arguments) -> {
                Thread.sleep(2);
                try {
                  return method.invoke(store, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
        }
      }
      """;

  private BuiltJar() {}

  /** Compiles a JDBC of another version, of the same name, and registers it. */
  static Path other(Path folder) throws IOException {
    return ofProvider(folder, "dev.screentest.jdbc.JdbcMovieStoreProvider", OTHER_PROVIDER);
  }

  /** Compiles a JDBC that is two milliseconds late in every unit of work, and registers it. */
  public static Path late(Path folder) throws IOException {
    return ofProvider(folder, "dev.screentest.late.LateProvider", LATE_PROVIDER);
  }

  private static Path ofProvider(Path folder, String name, String source) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(classes, name, source);
    Path jar = folder.resolve("build.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        put(out, classes.relativize(file).toString(), Files.readAllBytes(file));
      }
      put(
          out,
          "META-INF/services/dev.screentest.domain.MovieStoreProvider",
          name.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static void compile(Path classes, String name, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    boolean isCompiled =
        compiler
            .getTask(
                complaints,
                null,
                null,
                List.of(
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-proc:none"),
                null,
                List.of(new Source(name, source)))
            .call();
    assertThat(isCompiled).as(complaints.toString()).isTrue();
  }

  private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String name, String text) {
      super(
          URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
