package dev.screentest.jdbi;

import java.util.Iterator;
import java.util.List;
import java.util.function.ObjLongConsumer;

/** Inserts new rows whose ids the database gives, and assigns what it has given. */
interface ReturningInsertDao extends InsertDao {

  String MOVIE_WITHOUT_ID =
      "insert into movies (title, release_date) values (:title, :releaseDate)";

  String ACTOR_WITHOUT_ID = "insert into actors (name, birthday) values (:name, :birthday)";

  String STUNTMAN_WITHOUT_ID =
      "insert into stuntmen (name, active, actor_id) values (:name, :active, :actor.id)";

  String CONTACT_DETAILS_WITHOUT_ID =
      "insert into contact_details (phone_number, address, actor_id)"
          + " values (:phoneNumber, :address, :actor.id)";

  /** Gives each row the id at its place. */
  static <E> void assign(List<E> rows, List<Long> ids, ObjLongConsumer<E> setId) {
    if (ids.size() != rows.size()) {
      throw new IllegalStateException(
          "the insert of " + rows.size() + " rows has returned " + ids.size() + " ids");
    }
    Iterator<Long> next = ids.iterator();
    rows.forEach(row -> setId.accept(row, next.next()));
  }
}
