package dev.screentest.domain.spi;

/** The tables that take their ids from a sequence. */
public enum Table {
  MOVIES("movies_id_seq"),
  ACTORS("actors_id_seq"),
  STUNTMEN("stuntmen_id_seq"),
  CONTACT_DETAILS("contact_details_id_seq");

  private final String sequence;

  Table(String sequence) {
    this.sequence = sequence;
  }

  /** Returns the name of the sequence. */
  public String sequence() {
    return sequence;
  }
}
