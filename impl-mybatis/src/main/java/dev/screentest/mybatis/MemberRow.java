package dev.screentest.mybatis;

import org.jspecify.annotations.Nullable;

/** A row of the join of movies and actors, the latter null if the movie has none. */
record MemberRow(long movieId, String title, @Nullable Long actorId, @Nullable String actorName) {}
