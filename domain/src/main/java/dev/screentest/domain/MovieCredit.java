package dev.screentest.domain;

/** A projection: one role, as a title and a name. */
public record MovieCredit(String title, String actorName) {}
