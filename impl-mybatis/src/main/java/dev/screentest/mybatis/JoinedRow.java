package dev.screentest.mybatis;

import static java.util.Objects.requireNonNull;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the join of movies, actors, stuntmen and, where they were asked for, contact details.
 * Without an actor, a stuntman or contact details all their columns are null.
 */
record JoinedRow(
    long movieId,
    String title,
    @Nullable LocalDate releaseDate,
    @Nullable Long actorId,
    @Nullable String actorName,
    @Nullable LocalDate birthday,
    @Nullable Long stuntmanId,
    @Nullable String stuntmanName,
    @Nullable Boolean active,
    @Nullable Long contactId,
    @Nullable String phoneNumber,
    @Nullable String address) {

  JoinedRow(
      long movieId,
      String title,
      @Nullable LocalDate releaseDate,
      @Nullable Long actorId,
      @Nullable String actorName,
      @Nullable LocalDate birthday,
      @Nullable Long stuntmanId,
      @Nullable String stuntmanName,
      @Nullable Boolean active) {
    this(
        movieId,
        title,
        releaseDate,
        actorId,
        actorName,
        birthday,
        stuntmanId,
        stuntmanName,
        active,
        null,
        null,
        null);
  }

  Movie movie() {
    return new Movie(movieId, title, releaseDate);
  }

  Actor actor() {
    return new RoleRow(
            movieId,
            requireNonNull(actorId),
            requireNonNull(actorName),
            birthday,
            stuntmanId,
            stuntmanName,
            active)
        .actor();
  }

  ContactDetails contactDetails() {
    return new ContactDetails(
        requireNonNull(contactId), requireNonNull(phoneNumber), requireNonNull(address));
  }
}
