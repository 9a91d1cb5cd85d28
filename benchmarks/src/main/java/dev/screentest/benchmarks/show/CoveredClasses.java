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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Loads the classes of one package, and those below it, so that they tell which of their methods
 * ran; everything else is loaded as usual. It also knows which XML files were asked for.
 */
final class CoveredClasses extends ClassLoader implements AutoCloseable {

  static {
    registerAsParallelCapable();
  }

  private static final String XML = ".xml";

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
    if (found != null && name.endsWith(XML)) {
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
    for (IClassCoverage type : coverage().getClasses()) {
      Class<?> loaded = load(type.getName());
      for (IMethodCoverage method : type.getMethods()) {
        if (hasRun(method)) {
          visitor.method(loaded, method.getName(), method.getFirstLine());
        }
      }
    }
  }

  /**
   * Looks for XML files in the methods that ran, too: a framework may look for one in class loaders
   * of its own, and so not ask here.
   */
  void findNamedXmlFiles() {
    for (IClassCoverage type : coverage().getClasses()) {
      Set<String> ran =
          type.getMethods().stream()
              .filter(CoveredClasses::hasRun)
              .map(method -> method.getName() + method.getDesc())
              .collect(Collectors.toSet());
      new ClassReader(original(type.getName()))
          .accept(new XmlNames(ran, this::getResource), ClassReader.SKIP_DEBUG);
    }
  }

  private byte[] original(String internalName) {
    synchronized (originals) {
      return Objects.requireNonNull(originals.get(internalName.replace('/', '.')));
    }
  }

  private static boolean hasRun(IMethodCoverage method) {
    return method.getInstructionCounter().getCoveredCount() > 0;
  }

  private Class<?> load(String internalName) {
    try {
      return loadClass(internalName.replace('/', '.'), false);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a class that is loaded cannot be found", e);
    }
  }

  private CoverageBuilder coverage() {
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
      return coverage;
    } catch (IOException e) {
      throw new IllegalStateException("a class that is loaded cannot be looked at", e);
    }
  }

  /** Passes the names of XML files in some methods of a class on. */
  private static final class XmlNames extends ClassVisitor {

    private final Set<String> methods;
    private final Consumer<String> found;

    XmlNames(Set<String> methods, Consumer<String> found) {
      super(Opcodes.ASM9);
      this.methods = methods;
      this.found = found;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return methods.contains(name + descriptor)
          ? new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitLdcInsn(Object value) {
              if (value instanceof String text && text.endsWith(XML)) {
                found.accept(text);
              }
            }
          }
          : null;
    }
  }

  @Override
  public void close() {
    runtime.shutdown();
  }
}
