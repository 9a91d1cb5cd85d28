package dev.screentest.benchmarks.show;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.IMethodCoverage;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of one package, and those below it, so that they tell which of their methods
 * ran; everything else is loaded as usual. It also knows which XML files were asked for.
 */
final class CoveredClasses extends ClassLoader implements AutoCloseable {

  static {
    registerAsParallelCapable();
  }

  private final String prefix;
  private final LoggerRuntime runtime = new LoggerRuntime();
  private final RuntimeData data = new RuntimeData();
  private final Instrumenter instrumenter = new Instrumenter(runtime);
  private final Map<String, byte[]> originals = new HashMap<>();
  private final Set<String> xmlFiles = new ConcurrentSkipListSet<>();

  /** Is told of a method that ran. */
  @FunctionalInterface
  interface Visitor {

    /**
     * Looks at a method.
     *
     * @param line the first of its lines that has code
     */
    void method(Class<?> type, String name, int line);
  }

  CoveredClasses(String packageName, ClassLoader parent) {
    super(parent);
    this.prefix = packageName + ".";
    try {
      runtime.startup(data);
    } catch (Exception e) {
      throw new IllegalStateException("JaCoCo does not start", e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(prefix)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] original = in.readAllBytes();
      byte[] instrumented = instrumenter.instrument(original, name);
      synchronized (originals) {
        originals.put(name, original);
      }
      return defineClass(name, instrumented, 0, instrumented.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL found = super.getResource(name);
    if (found != null && name.endsWith(".xml")) {
      xmlFiles.add(name);
    }
    return found;
  }

  /** Returns the XML files that were asked for and found, each as its authors wrote it. */
  List<XmlText> xmlFiles() {
    return xmlFiles.stream().map(this::read).map(XmlText::of).toList();
  }

  private String read(String name) {
    try (InputStream in = getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /** Forgets what ran so far. */
  void forget() {
    data.reset();
  }

  /** Names the methods that ran. */
  void visit(Visitor visitor) {
    ExecutionDataStore executed = new ExecutionDataStore();
    data.collect(executed, new SessionInfoStore(), false);
    CoverageBuilder coverage = new CoverageBuilder();
    Analyzer analyzer = new Analyzer(executed, coverage);
    try {
      synchronized (originals) {
        for (Map.Entry<String, byte[]> original : originals.entrySet()) {
          analyzer.analyzeClass(new ByteArrayInputStream(original.getValue()), original.getKey());
        }
      }
      for (IClassCoverage type : coverage.getClasses()) {
        Class<?> loaded = loadClass(type.getName().replace('/', '.'), false);
        for (IMethodCoverage method : type.getMethods()) {
          if (method.getInstructionCounter().getCoveredCount() > 0) {
            visitor.method(loaded, method.getName(), method.getFirstLine());
          }
        }
      }
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("a class that is loaded cannot be looked at", e);
    }
  }

  @Override
  public void close() {
    runtime.shutdown();
  }
}
