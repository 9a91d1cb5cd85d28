package dev.screentest.benchmarks.show;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The source of a class, which the build puts into the jar, cut into methods by the compiler. */
final class SourceText {

  /** Where the build puts sources. */
  static final String FOLDER = "META-INF/sources/";

  /** What a line of a comment begins with, in Java and in XML. */
  private static final List<String> COMMENTS = List.of("//", "/*", "*", "<!--");

  private final String text;
  private final Map<Place, List<String>> methods = new ConcurrentHashMap<>();
  private @Nullable Map<String, String> constants;

  private SourceText(String text) {
    this.text = text;
  }

  /** Parsing takes a hundred times as long as looking up, and a class is asked for often. */
  private static final ClassValue<Optional<SourceText>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Optional<SourceText> computeValue(Class<?> type) {
          return find(type);
        }
      };

  private record Place(String method, int line) {}

  /** Finds the source of a class; nothing where its jar has none. */
  static Optional<SourceText> of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static Optional<SourceText> find(Class<?> type) {
    Class<?> outermost = type;
    while (outermost.getEnclosingClass() != null) {
      outermost = outermost.getEnclosingClass();
    }
    return resource(type, FOLDER + outermost.getName().replace('.', '/') + ".java")
        .map(SourceText::new);
  }

  /**
   * Returns the element of that id in the XML file beside an interface: where MyBatis looks for the
   * SQL of a mapper's method.
   */
  static Optional<String> xmlElement(Class<?> type, String id) {
    return resource(type, type.getName().replace('.', '/') + ".xml")
        .flatMap(
            xml -> {
              Matcher element =
                  Pattern.compile(
                          "[ \\t]*<(\\w+)\\s[^>]*\\bid=\"" + Pattern.quote(id) + "\".*?</\\1>",
                          Pattern.DOTALL)
                      .matcher(xml);
              return element.find() ? Optional.of(element.group().stripIndent()) : Optional.empty();
            });
  }

  private static Optional<String> resource(Class<?> type, String name) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null) {
      return Optional.empty();
    }
    try (InputStream in = loader.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }

  /**
   * Returns the text of methods of a name.
   *
   * @param line a line in the one that is meant; a negative number means all of that name
   */
  List<String> methods(String name, int line) {
    return methods.computeIfAbsent(new Place(name, line), place -> cut(name, line));
  }

  private List<String> cut(String name, int line) {
    List<String> found = new ArrayList<>();
    boolean isParsed =
        parse((unit, positions) -> new Cutter(unit, positions, name, line, found).scan(unit, null));
    return isParsed ? found : List.of("(a JRE cannot cut it out of its class: run on a JDK)");
  }

  /** Returns the text of each static final field, by name. */
  synchronized Map<String, String> constants() {
    Map<String, String> known = constants;
    if (known == null) {
      known = findConstants();
      constants = known;
    }
    return known;
  }

  private Map<String, String> findConstants() {
    Map<String, String> found = new LinkedHashMap<>();
    parse(
        (unit, positions) ->
            new TreePathScanner<@Nullable Void, @Nullable Void>() {
              @Override
              public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
                if (variable
                    .getModifiers()
                    .getFlags()
                    .containsAll(Set.of(Modifier.STATIC, Modifier.FINAL))) {
                  found.put(
                      variable.getName().toString(),
                      text.substring(
                          (int) positions.getStartPosition(unit, variable),
                          (int) positions.getEndPosition(unit, variable)));
                }
                return super.visitVariable(variable, null);
              }
            }.scan(unit, null));
    return found;
  }

  /**
   * Returns how many lines some texts have together; one that is indented otherwise is the same.
   */
  static int lines(Set<String> texts) {
    return texts.stream()
        .map(text -> text.lines().map(String::strip).collect(Collectors.joining("\n")))
        .distinct()
        .mapToInt(SourceText::lines)
        .sum();
  }

  /** Returns how many lines of a text are neither blank nor a comment of their own. */
  static int lines(String text) {
    return (int)
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .filter(line -> COMMENTS.stream().noneMatch(line::startsWith))
            .count();
  }

  private boolean parse(BiConsumer<CompilationUnitTree, SourcePositions> reader) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      return false;
    }
    JavacTask task =
        (JavacTask)
            compiler.getTask(null, null, problem -> {}, null, null, List.of(new InMemory(text)));
    try {
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        reader.accept(unit, positions);
      }
      return true;
    } catch (IOException e) {
      throw new IllegalStateException("a source in memory cannot be read", e);
    }
  }

  /** A source that is no file. */
  private static final class InMemory extends SimpleJavaFileObject {

    private final String text;

    InMemory(String text) {
      super(URI.create("memory:///Source.java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Cuts out methods of a name, where a line is in them. */
  private final class Cutter extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String name;
    private final int line;
    private final List<String> found;

    Cutter(
        CompilationUnitTree unit,
        SourcePositions positions,
        String name,
        int line,
        List<String> found) {
      this.unit = unit;
      this.positions = positions;
      this.name = name;
      this.line = line;
      this.found = found;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      long start = positions.getStartPosition(unit, method);
      long end = positions.getEndPosition(unit, method);
      LineMap lines = unit.getLineMap();
      boolean isMeant =
          line < 0
              ? method.getName().contentEquals(name)
              : lines.getLineNumber(start) <= line && line <= lines.getLineNumber(end);
      if (isMeant && !isInAnonymousClass()) {
        int begin = (int) lines.getStartPosition(lines.getLineNumber(start));
        found.add(text.substring(begin, (int) end).stripIndent());
      }
      return super.visitMethod(method, null);
    }

    /** The method around an anonymous class says more than the one in it. */
    private boolean isInAnonymousClass() {
      return getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
          && type.getSimpleName().length() == 0;
    }
  }
}
