package dev.screentest.contract;

import dev.screentest.domain.Capability;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Leaves out, with the reason, what a variant does not claim; has every failure begin with its
 * rule; and checks after every test what must always hold.
 */
final class RuleExtension
    implements BeforeEachCallback, TestExecutionExceptionHandler, AfterEachCallback {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RuleExtension.class);
  private static final String STARTED = "started";

  @Override
  public void beforeEach(ExtensionContext context) {
    MovieStoreContract contract = contract(context);
    Method test = context.getRequiredTestMethod();
    whyLeftOut(contract, test)
        .ifPresent(reason -> Assumptions.abort(RuleId.of(test) + " is left out: " + reason));
    contract.stage().reset();
    context.getStore(NAMESPACE).put(STARTED, true);
  }

  private static Optional<String> whyLeftOut(MovieStoreContract contract, Method test) {
    Stage stage = contract.stage();
    String rule = RuleId.of(test).toString();
    String deviation = contract.deviations().get(rule);
    if (deviation != null) {
      ContractText.get().requireShould(rule);
      return Optional.of("this implementation deviates: " + deviation);
    }
    String differentBill = stage.variant().differentBill().get(rule);
    if (differentBill != null) {
      ContractText.get().requireShould(rule);
      return Optional.of("different bill: " + differentBill);
    }
    if (!stage.hasServer() && !annotations(test, NeedsServer.class).isEmpty()) {
      return Optional.of("there is no server as a witness");
    }
    for (Needs needs : annotations(test, Needs.class)) {
      for (Capability capability : needs.value()) {
        String reason = stage.variant().missing().get(capability);
        if (reason != null) {
          return Optional.of("the variant lacks " + capability + ": " + reason);
        }
      }
    }
    for (NeedsLackOf needs : annotations(test, NeedsLackOf.class)) {
      if (stage.variant().has(needs.value())) {
        return Optional.of("the variant has " + needs.value());
      }
    }
    return Optional.empty();
  }

  /** Returns an annotation of the test and that of its group. */
  private static <A extends Annotation> List<A> annotations(Method test, Class<A> type) {
    return Stream.of(test, test.getDeclaringClass())
        .flatMap(element -> AnnotationSupport.findAnnotation(element, type).stream())
        .toList();
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
    throw named(context, failure);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getStore(NAMESPACE).remove(STARTED) == null) {
      return;
    }
    try {
      contract(context).stage().checkNothingLeftBehind();
    } catch (AssertionError failure) {
      throw named(context, failure);
    }
  }

  private static AssertionError named(ExtensionContext context, Throwable failure) {
    Method test = context.getRequiredTestMethod();
    RuleId id = RuleId.of(test);
    String advice =
        AnnotationSupport.findAnnotation(test, IfThisFails.class)
            .map(found -> "If this fails, " + found.value() + ".\n")
            .orElse("");
    String observed =
        failure instanceof AssertionError && failure.getMessage() != null
            ? failure.getMessage().strip()
            : failure.toString();
    return new AssertionError(
        id + ": " + ContractText.get().rule(id).text() + "\n" + advice + observed, failure);
  }

  private static MovieStoreContract contract(ExtensionContext context) {
    return context
        .getRequiredTestInstances()
        .findInstance(MovieStoreContract.class)
        .orElseThrow(() -> new IllegalStateException("rules run inside a MovieStoreContract only"));
  }
}
