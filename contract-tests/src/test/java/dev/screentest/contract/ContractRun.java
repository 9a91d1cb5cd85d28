package dev.screentest.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.NestedMethodSelector;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * What the suite says of a store.
 *
 * @param passed the rules that passed
 * @param failed the rules that failed, with their messages
 * @param leftOut the rules that were left out, with the reason
 */
record ContractRun(
    Map<String, String> passed, Map<String, String> failed, Map<String, String> leftOut) {

  /** The stage of the run that is about to begin: JUnit makes the test class by itself. */
  private static Optional<Supplier<Stage>> next = Optional.empty();

  /** The suite for that stage; its name keeps it from being run by itself. */
  static final class Subject extends MovieStoreContract {
    Subject() {
      super(next.orElseThrow().get());
    }
  }

  /** Runs all rules. */
  static ContractRun of(Supplier<Stage> stage) {
    return run(stage, EngineTestKit.engine("junit-jupiter").selectors(selectClass(Subject.class)));
  }

  /** Runs the rules of some groups: the names of nested classes of the contract. */
  static ContractRun of(Supplier<Stage> stage, String... groups) {
    EngineTestKit.Builder builder = EngineTestKit.engine("junit-jupiter");
    for (String group : groups) {
      Class<?> type =
          Stream.of(MovieStoreContract.class.getDeclaredClasses())
              .filter(candidate -> candidate.getSimpleName().equals(group))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no group " + group));
      builder.selectors(selectNestedClass(List.of(Subject.class), type));
    }
    return run(stage, builder);
  }

  /** Runs some rules, by their ids. */
  static ContractRun ofRules(Supplier<Stage> stage, String... rules) {
    EngineTestKit.Builder builder = EngineTestKit.engine("junit-jupiter");
    for (String rule : rules) {
      builder.selectors(test(rule));
    }
    return run(stage, builder);
  }

  private static NestedMethodSelector test(String rule) {
    for (Class<?> group : MovieStoreContract.class.getDeclaredClasses()) {
      for (Method method : group.getSuperclass().getDeclaredMethods()) {
        if (method.isAnnotationPresent(Test.class) && RuleId.of(method).toString().equals(rule)) {
          return selectNestedMethod(List.of(Subject.class), group, method);
        }
      }
    }
    throw new IllegalArgumentException("no rule " + rule);
  }

  private static synchronized ContractRun run(
      Supplier<Stage> stage, EngineTestKit.Builder builder) {
    next = Optional.of(stage);
    ContractRun result = new ContractRun(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    builder.execute().allEvents().finished().stream().forEach(result::add);
    return result;
  }

  private void add(Event event) {
    TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
    String message = result.getThrowable().map(Throwable::getMessage).orElse("");
    Optional<String> rule =
        event
            .getTestDescriptor()
            .getSource()
            .filter(MethodSource.class::isInstance)
            .map(source -> RuleId.of(((MethodSource) source).getJavaMethod()).toString());
    if (rule.isEmpty()) {
      if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
        throw new AssertionError("the suite did not run: " + result);
      }
      return;
    }
    switch (result.getStatus()) {
      case SUCCESSFUL -> passed.put(rule.get(), message);
      case FAILED -> failed.put(rule.get(), message);
      case ABORTED -> leftOut.put(rule.get(), message);
    }
  }
}
