package dev.screentest.benchmarks.show;

import dev.screentest.testbed.meter.Caller;
import dev.screentest.testbed.meter.SentStatement;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The methods of an implementation that led to its statements, found on the stack of the thread
 * that sent them: what was measured, and no guess.
 */
final class SourceTrail {

  private final String packageName;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Set<Caller> known = new HashSet<>();
  private final Set<Class<?>> types = new LinkedHashSet<>();

  /**
   * Begins a trail.
   *
   * @param packageName that of the implementation
   */
  SourceTrail(String packageName) {
    this.packageName = packageName;
  }

  /** Adds the methods that led to a statement and are not known yet, outermost first. */
  void add(SentStatement statement) {
    List<Caller> callers = new ArrayList<>(statement.callers());
    Collections.reverse(callers);
    callers.forEach(this::add);
  }

  /** Returns the source of each method, by class and method. */
  Map<String, String> sources() {
    return Collections.unmodifiableMap(sources);
  }

  /** Returns the text of the methods, and of the constants that they name. */
  Set<String> texts() {
    Set<String> texts = new LinkedHashSet<>(sources.values());
    Set<String> named = new LinkedHashSet<>();
    for (Class<?> type : types) {
      SourceText.of(type)
          .ifPresent(
              source ->
                  source
                      .constants()
                      .forEach(
                          (name, text) -> {
                            Pattern word = Pattern.compile("\\b" + name + "\\b");
                            if (texts.stream().anyMatch(method -> word.matcher(method).find())) {
                              named.add(text);
                            }
                          }));
    }
    texts.addAll(named);
    return texts;
  }

  private void add(Caller caller) {
    if (!known.add(caller)) {
      return;
    }
    if (isOurs(caller.type())) {
      addMethod(caller.type(), caller.method(), caller.line());
    } else if (Proxy.isProxyClass(caller.type())) {
      for (Class<?> implemented : caller.type().getInterfaces()) {
        if (isOurs(implemented)) {
          addMethod(implemented, caller.method(), -1);
          SourceText.xmlElement(implemented, caller.method())
              .ifPresent(
                  element ->
                      sources.putIfAbsent(
                          implemented.getSimpleName() + ".xml, " + caller.method(), element));
        }
      }
    }
  }

  private boolean isOurs(Class<?> type) {
    return (type.getPackageName() + ".").startsWith(packageName + ".") && !Proxy.isProxyClass(type);
  }

  /**
   * Adds a method.
   *
   * @param line one of its lines; a negative number means all of that name
   */
  void addMethod(Class<?> type, String method, int line) {
    types.add(type);
    String name = plainName(method);
    List<String> found =
        SourceText.of(type)
            .map(source -> source.methods(name, line))
            .orElse(List.of("(its jar has no " + SourceText.FOLDER + ")"));
    for (String text : found) {
      if (!sources.containsValue(text)) {
        sources.putIfAbsent(type.getSimpleName() + "." + name + at(line), text);
      }
    }
  }

  private static String at(int line) {
    return line < 0 ? "" : ", line " + line;
  }

  /** Lambdas are named after the method that they stand in. */
  private static String plainName(String method) {
    if (!method.startsWith("lambda$")) {
      return method;
    }
    int end = method.indexOf('$', "lambda$".length());
    return end < 0 ? method : method.substring("lambda$".length(), end);
  }
}
