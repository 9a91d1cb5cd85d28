package dev.screentest.jdbi;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** {@link BulkInsertDao} by the fluent API. */
record FluentBulkInsertDao(Handle handle) implements BulkInsertDao {

  @Override
  public void movies(List<Long> ids, List<String> titles, List<LocalDate> releaseDates) {
    handle
        .createUpdate(MOVIES)
        .bindArray("ids", Long.class, ids)
        .bindArray("titles", String.class, titles)
        .bindArray("releaseDates", LocalDate.class, releaseDates)
        .execute();
  }

  @Override
  public void actors(List<Long> ids, List<String> names, List<LocalDate> birthdays) {
    handle
        .createUpdate(ACTORS)
        .bindArray("ids", Long.class, ids)
        .bindArray("names", String.class, names)
        .bindArray("birthdays", LocalDate.class, birthdays)
        .execute();
  }

  @Override
  public void stuntmen(
      List<Long> ids, List<String> names, List<Boolean> active, List<Long> actorIds) {
    handle
        .createUpdate(STUNTMEN)
        .bindArray("ids", Long.class, ids)
        .bindArray("names", String.class, names)
        .bindArray("active", Boolean.class, active)
        .bindArray("actorIds", Long.class, actorIds)
        .execute();
  }

  @Override
  public void contactDetails(
      List<Long> ids, List<String> phoneNumbers, List<String> addresses, List<Long> actorIds) {
    handle
        .createUpdate(CONTACT_DETAILS)
        .bindArray("ids", Long.class, ids)
        .bindArray("phoneNumbers", String.class, phoneNumbers)
        .bindArray("addresses", String.class, addresses)
        .bindArray("actorIds", Long.class, actorIds)
        .execute();
  }

  @Override
  public void roles(List<Long> movieIds, List<Long> actorIds) {
    handle
        .createUpdate(ROLES)
        .bindArray("movieIds", Long.class, movieIds)
        .bindArray("actorIds", Long.class, actorIds)
        .execute();
  }
}
