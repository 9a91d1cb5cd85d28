package dev.screentest.testbed.meter;

/** What a server answers when it is asked how much it has done. */
public sealed interface ServerAnswer permits ServerCounts, ServerAnswer.WireAlone {

  /**
   * It cannot tell: the wire is the only witness.
   *
   * @param reason why, as a sentence
   */
  record WireAlone(String reason) implements ServerAnswer {}
}
