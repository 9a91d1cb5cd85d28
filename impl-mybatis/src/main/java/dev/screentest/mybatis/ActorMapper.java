package dev.screentest.mybatis;

import dev.screentest.domain.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on the table of actors, who come with their stuntmen. */
interface ActorMapper {

  Optional<Actor> find(long id);

  /** An actor with its contact details, which {@link CastReader} completes. */
  Optional<Actor> findWithContactDetails(long id);

  /** Those actors that are there with their contact details, which {@link CastReader} completes. */
  List<Actor> allWithContactDetails(Long[] ids);

  /** Actors of whom an address matches a pattern of {@code ILIKE}. */
  List<Actor> livingIn(String pattern);

  int insert(Actor actor);

  /** Inserts any number of rows by one statement; the arrays are the table's columns. */
  int insertAll(Long[] ids, String[] names, @Nullable LocalDate[] birthdays);

  int update(Actor actor);

  int delete(Actor actor);
}
