package dev.screentest.benchmarks.show;

import dev.screentest.testbed.meter.Caller;
import dev.screentest.testbed.meter.SentStatement;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mapper files of MyBatis, and what of them belongs to statements that were sent. */
final class MapperFiles {

  private static final String ROOT = "mapper";

  /** Attributes by which an element names others. */
  private static final List<String> REFERENCES =
      List.of("resultMap", "refid", "extends", "select", "parameterMap");

  private static final Set<String> STATEMENTS = Set.of("select", "insert", "update", "delete");

  private static final Pattern PARAMETER = Pattern.compile("#\\{[^}]*}|\\$[0-9]+");

  private final Map<String, String> elements = new LinkedHashMap<>();

  MapperFiles(Collection<XmlText> files) {
    files.stream()
        .filter(file -> file.root().equals(ROOT))
        .forEach(
            file -> {
              String namespace = XmlText.attribute(file.head(), "namespace").orElse("");
              for (String element : file.elements()) {
                XmlText.attribute(element, "id")
                    .ifPresent(id -> elements.put(namespace + "." + id, element));
              }
            });
  }

  /**
   * Returns the statements that were sent, by interface and method: by the mapper's method on the
   * stack or, where a batch was sent later, by their text.
   */
  Set<String> statements(List<SentStatement> sent) {
    Set<String> found = new LinkedHashSet<>();
    for (SentStatement statement : sent) {
      List<String> called =
          statement.callers().stream().flatMap(this::called).filter(elements::containsKey).toList();
      found.addAll(called.isEmpty() ? written(statement.sql()) : called);
    }
    return found;
  }

  private Stream<String> called(Caller caller) {
    return Proxy.isProxyClass(caller.type())
        ? Stream.of(caller.type().getInterfaces())
            .map(mapper -> mapper.getName() + "." + caller.method())
        : Stream.empty();
  }

  private List<String> written(String sql) {
    String sent = plain(sql);
    String known = "";
    List<String> found = List.of();
    for (Map.Entry<String, String> element : elements.entrySet()) {
      String skeleton = skeleton(element.getValue());
      if (skeleton.length() > known.length() && sent.startsWith(skeleton)) {
        known = skeleton;
        found = List.of(element.getKey());
      }
    }
    // Where a statement begins with other elements, it begins like many.
    return known.contains(" ") ? found : List.of();
  }

  /** Returns the text of a statement, as far as it has no elements in it; none of others. */
  private static String skeleton(String element) {
    if (!STATEMENTS.contains(XmlText.nameOf(element))) {
      return "";
    }
    String body = element.substring(element.indexOf('>') + 1);
    return plain(body.substring(0, body.indexOf('<')).replace("&lt;", "<").replace("&gt;", ">"));
  }

  private static String plain(String sql) {
    return PARAMETER
        .matcher(sql)
        .replaceAll(Matcher.quoteReplacement("?"))
        .strip()
        .replaceAll("\\s+", " ");
  }

  /** Returns the text of these statements and of all elements that they name, directly or not. */
  Set<String> texts(Set<String> statements) {
    Set<String> needed = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(statements);
    while (!open.isEmpty()) {
      String name = open.remove();
      String element = elements.get(name);
      if (element != null && needed.add(name)) {
        open.addAll(named(element, name.substring(0, name.lastIndexOf('.'))));
      }
    }
    return needed.stream().map(elements::get).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<String> named(String element, String namespace) {
    return REFERENCES.stream()
        .flatMap(attribute -> XmlText.values(element, attribute).stream())
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .map(String::strip)
        .map(id -> id.contains(".") ? id : namespace + "." + id)
        .toList();
  }
}
