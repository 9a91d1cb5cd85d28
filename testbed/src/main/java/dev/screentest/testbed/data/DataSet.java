package dev.screentest.testbed.data;

import java.util.Locale;

/** The data sets. */
public enum DataSet {
  /** The three movies of the SQLAlchemy tutorial. */
  TUTORIAL("the SQLAlchemy tutorial's three movies") {
    @Override
    public Catalogue catalogue() {
      return new TutorialCatalogue();
    }
  },

  /** 1 000 movies and 4 000 actors. */
  SMALL("1 000 movies, 4 000 actors") {
    @Override
    public Catalogue catalogue() {
      return new GeneratedCatalogue(SEED, 1_000, 4_000);
    }
  },

  /** 25 000 movies and 100 000 actors. */
  MEDIUM("25 000 movies, 100 000 actors") {
    @Override
    public Catalogue catalogue() {
      return new GeneratedCatalogue(SEED, 25_000, 100_000);
    }
  },

  /** 1 000 000 movies and 4 000 000 actors. */
  LARGE("1 000 000 movies, 4 000 000 actors") {
    @Override
    public Catalogue catalogue() {
      return new GeneratedCatalogue(SEED, 1_000_000, 4_000_000);
    }
  };

  /** The seed of the generated data sets. */
  public static final long SEED = 20_261_123;

  private final String summary;

  DataSet(String summary) {
    this.summary = summary;
  }

  /** Returns what is in the data set. */
  public abstract Catalogue catalogue();

  /** Returns the name by which users choose the data set. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns one line that says how large the data set is. */
  public String summary() {
    return summary;
  }
}
