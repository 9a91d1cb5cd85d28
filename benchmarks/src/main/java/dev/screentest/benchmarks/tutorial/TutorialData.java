package dev.screentest.benchmarks.tutorial;

import dev.screentest.domain.Actor;
import dev.screentest.domain.ContactDetails;
import dev.screentest.domain.Movie;
import dev.screentest.domain.Stuntman;
import java.time.LocalDate;
import java.util.List;

/** The movies of the tutorial, as its insert script builds them. */
final class TutorialData {

  private TutorialData() {}

  /** Makes the three movies with all that belongs to them, not stored yet. */
  static List<Movie> movies() {
    Actor mattDamon = new Actor("Matt Damon", LocalDate.of(1970, 10, 8));
    mattDamon.addContactDetails(new ContactDetails("415 555 2671", "Burbank, CA"));
    mattDamon.setStuntman(new Stuntman("John Doe", true));

    Actor dwayneJohnson = new Actor("Dwayne Johnson", LocalDate.of(1972, 5, 2));
    dwayneJohnson.addContactDetails(new ContactDetails("423 555 5623", "Glendale, CA"));
    dwayneJohnson.addContactDetails(new ContactDetails("421 444 2323", "West Hollywood, CA"));
    dwayneJohnson.setStuntman(new Stuntman("John Roe", true));

    Actor markWahlberg = new Actor("Mark Wahlberg", LocalDate.of(1971, 6, 5));
    markWahlberg.addContactDetails(new ContactDetails("421 333 9428", "Glendale, CA"));
    markWahlberg.setStuntman(new Stuntman("Richard Roe", true));

    Movie bourneIdentity = new Movie("The Bourne Identity", LocalDate.of(2002, 10, 11));
    bourneIdentity.addActor(mattDamon);
    Movie furious7 = new Movie("Furious 7", LocalDate.of(2015, 4, 2));
    furious7.addActor(dwayneJohnson);
    Movie painAndGain = new Movie("Pain & Gain", LocalDate.of(2013, 8, 23));
    painAndGain.addActor(dwayneJohnson);
    painAndGain.addActor(markWahlberg);
    return List.of(bourneIdentity, furious7, painAndGain);
  }
}
