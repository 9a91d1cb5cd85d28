package dev.screentest.hibernate;

/** The id of a {@link Role}: both its columns. */
record RoleId(long movieId, long actorId) {}
