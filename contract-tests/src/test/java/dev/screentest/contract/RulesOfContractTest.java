package dev.screentest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.screentest.contract.ContractText.RuleText;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every rule of CONTRACT.md has one test, every test its rule, and nobody can hollow them out. */
class RulesOfContractTest {

  private static final List<Class<?>> GROUPS =
      Stream.of(MovieStoreContract.class.getDeclaredClasses())
          .filter(type -> type.isAnnotationPresent(Nested.class))
          .toList();

  private static final List<Method> TESTS =
      GROUPS.stream()
          .map(Class::getSuperclass)
          .flatMap(rules -> Stream.of(rules.getDeclaredMethods()))
          .filter(method -> method.isAnnotationPresent(Test.class))
          .toList();

  @Test
  void everyRuleHasATestAndEveryTestARule() {
    assertThat(TESTS.stream().map(test -> RuleId.of(test).toString()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            ContractText.get().rules().stream().map(rule -> rule.id().toString()).toList());
  }

  @Test
  void thereAreAtLeast120Rules() {
    assertThat(ContractText.get().rules()).hasSizeGreaterThanOrEqualTo(120);
  }

  @Test
  void rulesOfAGroupAreNumberedWithoutGaps() {
    Map<String, List<Integer>> numbers =
        ContractText.get().rules().stream()
            .map(RuleText::id)
            .sorted(Comparator.comparing(RuleId::number))
            .collect(
                Collectors.groupingBy(
                    RuleId::group, Collectors.mapping(RuleId::number, Collectors.toList())));
    assertThat(numbers)
        .allSatisfy(
            (group, used) ->
                assertThat(used)
                    .as("numbers of %s", group)
                    .isEqualTo(IntStream.rangeClosed(1, used.size()).boxed().toList()));
  }

  @Test
  void theConditionsInBracketsAreThoseOfTheTests() {
    assertThat(TESTS)
        .allSatisfy(
            test ->
                assertThat(new TreeSet<>(ContractText.get().rule(RuleId.of(test)).conditions()))
                    .as("conditions of %s in CONTRACT.md", RuleId.of(test))
                    .isEqualTo(conditions(test)));
  }

  private static Set<String> conditions(Method test) {
    Set<String> conditions = new TreeSet<>();
    for (var element : List.of(test, test.getDeclaringClass())) {
      if (element.isAnnotationPresent(NeedsServer.class)) {
        conditions.add("server");
      }
      Needs needs = element.getAnnotation(Needs.class);
      if (needs != null) {
        Stream.of(needs.value()).forEach(capability -> conditions.add(capability.name()));
      }
      NeedsLackOf lack = element.getAnnotation(NeedsLackOf.class);
      if (lack != null) {
        conditions.add("not " + lack.value());
      }
    }
    return conditions;
  }

  @Test
  void everyTestSaysWhatToCheck() {
    assertThat(TESTS)
        .allSatisfy(
            test ->
                assertThat(test.getAnnotation(IfThisFails.class))
                    .as("@IfThisFails of %s", test)
                    .isNotNull()
                    .satisfies(
                        advice ->
                            assertThat(advice.value()).startsWith("check").doesNotEndWith(".")));
  }

  @Test
  void nobodyCanOverrideATestOrReplaceAGroup() {
    List<Method> open = new ArrayList<>(TESTS);
    open.removeIf(test -> Modifier.isFinal(test.getModifiers()));
    assertThat(open).as("tests that are not final").isEmpty();
    assertThat(GROUPS)
        .allSatisfy(
            group -> {
              assertThat(Modifier.isFinal(group.getModifiers())).as("%s is final", group).isTrue();
              assertThat(Modifier.isPublic(group.getModifiers())).isFalse();
            });
    assertThat(Stream.of(MovieStoreContract.class.getDeclaredMethods()))
        .filteredOn(method -> !method.isSynthetic() && !Modifier.isStatic(method.getModifiers()))
        .filteredOn(method -> !Modifier.isFinal(method.getModifiers()))
        .extracting(Method::getName)
        .as("methods that a subclass can override")
        .containsExactly("deviations");
  }
}
