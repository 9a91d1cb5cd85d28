package dev.screentest.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A search form: each field that is not null is a condition, and all given ones must hold. Without
 * any, every movie is found.
 *
 * @param titleFragment is contained in the title; case does not matter, for ASCII letters at least
 * @param releasedAfter the movie was released after this day
 * @param actorName an actor of exactly this name plays in it
 */
public record MovieSearch(
    @Nullable String titleFragment,
    @Nullable LocalDate releasedAfter,
    @Nullable String actorName) {}
