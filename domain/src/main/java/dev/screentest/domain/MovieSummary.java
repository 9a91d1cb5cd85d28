package dev.screentest.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A projection with an aggregate: a movie and the number of its actors, which may be zero. */
public record MovieSummary(long id, String title, @Nullable LocalDate releaseDate, long castSize) {}
