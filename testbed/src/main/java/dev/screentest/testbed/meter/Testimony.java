package dev.screentest.testbed.meter;

/**
 * A piece of work as two witnesses saw it.
 *
 * @param wire what passed on the wire
 * @param server what the server says
 */
public record Testimony(WireCounts wire, ServerAnswer server) {}
