package dev.screentest.testbed.meter;

/**
 * A method that was on the way to a statement.
 *
 * @param type its class; that of a proxy where the method is an interface's
 * @param method its name
 * @param line where in the source, or a negative number where that is unknown
 */
public record Caller(Class<?> type, String method, int line) {}
