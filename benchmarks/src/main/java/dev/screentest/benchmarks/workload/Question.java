package dev.screentest.benchmarks.workload;

import dev.screentest.domain.UnitKind;
import dev.screentest.domain.UnitOfWork;
import dev.screentest.domain.Variant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What is asked in one unit of work that changes nothing, of what, and what must come.
 *
 * @param draw draws an argument
 * @param edges arguments that are verified beside those drawn: first, last, largest, nothing found
 * @param ask asks: what is measured
 * @param facts makes values to compare of what came
 * @param answer what must come, in the same values
 * @param bill what it may cost, given those values
 * @param <A> the type of an argument
 * @param <R> the type of what comes
 */
record Question<A, R>(
    BiFunction<Answers, SplittableRandom, A> draw,
    Function<Answers, List<A>> edges,
    BiFunction<UnitOfWork, A, R> ask,
    Function<R, Object> facts,
    BiFunction<Answers, A, Object> answer,
    Price<A> bill) {

  /** What a question costs. */
  @FunctionalInterface
  interface Price<A> {
    Bill of(UnitKind unit, Variant variant, Answers answers, A argument);
  }

  /** Returns the price of one statement whose rows are those of the answer. */
  static <A> Price<A> oneStatement(BiFunction<Answers, A, Object> answer) {
    return (unit, variant, answers, argument) ->
        Bill.ofRead(unit, 1).withRowsRead(rows(answer.apply(answers, argument)));
  }

  /** Returns the price of one statement whose rows are not those of the answer. */
  static <A> Price<A> oneStatementOfAnyRows() {
    return (unit, variant, answers, argument) -> Bill.ofRead(unit, 1);
  }

  private static long rows(Object answer) {
    if (answer instanceof List<?> list) {
      return list.size();
    }
    return answer instanceof Optional<?> found && found.isEmpty() ? 0 : 1;
  }
}
