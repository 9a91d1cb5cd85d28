package dev.screentest.benchmarks.contestant;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Loads a contestant with everything that it is made of: from the jars of its build, and what those
 * have no package of from the class path of the host. So a build may be a whole jar of benchmarks
 * or one other version of one library, and either way all of it is linked within this loader.
 *
 * <p>Only what passes between host and contestant is the host's: the contract, the test bed, the
 * workloads, JMH and the JDK. The contract's {@code spi}, which does part of an implementation's
 * work, belongs to the contestant. The classes that open pools are the host's, but linked here, so
 * that they open pools of the contestant's own pool and driver.
 */
final class BuildLoader extends URLClassLoader {

  private static final String CONTRACT = "dev.screentest.domain";
  private static final String POOLS = "dev.screentest.testbed.pool";
  private static final List<String> SHARED =
      List.of("dev.screentest.benchmarks.", "dev.screentest.testbed.", "org.openjdk.jmh.");

  /** Where jars keep classes for newer versions of Java. */
  private static final Pattern VERSIONED = Pattern.compile("^META-INF/versions/\\d+/");

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader host;
  private final URLClassLoader own;
  private final Set<String> ownPackages;

  BuildLoader(Build build, ClassLoader host) {
    super(
        Stream.concat(urls(build.jars()).stream(), urls(classPath()).stream()).toArray(URL[]::new),
        host);
    this.host = host;
    this.own = new URLClassLoader(urls(build.jars()).toArray(URL[]::new), null);
    this.ownPackages =
        build.jars().stream()
            .flatMap(jar -> packages(jar).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .toList();
  }

  private static List<URL> urls(Collection<Path> paths) {
    return paths.stream().map(BuildLoader::url).toList();
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path + " cannot be on a class path", e);
    }
  }

  private static Set<String> packages(Path jar) {
    try (ZipFile entries = new ZipFile(jar.toFile())) {
      return entries.stream()
          .map(entry -> VERSIONED.matcher(entry.getName()).replaceFirst(""))
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.'))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        loaded = isShared(name) ? host.loadClass(name) : loadHere(name);
      }
      if (resolve) {
        resolveClass(loaded);
      }
      return loaded;
    }
  }

  private static boolean isShared(String name) {
    String packageName = packageOf(name);
    return packageName.equals(CONTRACT)
        || (!packageName.equals(POOLS) && SHARED.stream().anyMatch(name::startsWith));
  }

  private static String packageOf(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }

  private Class<?> loadHere(String name) throws ClassNotFoundException {
    try {
      return getPlatformClassLoader().loadClass(name);
    } catch (ClassNotFoundException e) {
      return packageOf(name).equals(POOLS) ? linkAnew(name) : findClass(name);
    }
  }

  private Class<?> linkAnew(String name) throws ClassNotFoundException {
    try (InputStream in = host.getResourceAsStream(path(name))) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = in.readAllBytes();
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static String path(String className) {
    return className.replace('.', '/') + ".class";
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (ownPackages.contains(packageOf(name)) && own.findResource(path(name)) == null) {
      // One package of two versions would be neither of them.
      throw new ClassNotFoundException(name);
    }
    return super.findClass(name);
  }

  @Override
  public URL getResource(String name) {
    URL found = findResource(name);
    return found == null ? host.getResource(name) : found;
  }

  /** Those of the build or those of the host, never both: services of two versions do not mix. */
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> found = own.findResources(name);
    return found.hasMoreElements() ? found : host.getResources(name);
  }

  @Override
  public void close() throws IOException {
    own.close();
    super.close();
  }
}
