package dev.screentest.contract;

/** The suite's own plain SQL failed, which is no implementation's fault. */
final class WitnessException extends RuntimeException {

  WitnessException(String what, Exception cause) {
    super("the suite's witness " + what + ": " + cause.getMessage(), cause);
  }
}
