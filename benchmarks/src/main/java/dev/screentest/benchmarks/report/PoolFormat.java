package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.pool.PoolReport;

/** The views of a study of pools. */
public enum PoolFormat {
  /** Tables for people. */
  TEXT {
    @Override
    public String render(PoolReport report, Palette palette) {
      return PoolTextView.render(report, palette);
    }
  },

  /** One object for programs. */
  JSON {
    @Override
    public String render(PoolReport report, Palette palette) {
      return PoolJsonView.render(report);
    }
  },

  /** Every load of every fork, for other statistics. */
  CSV {
    @Override
    public String render(PoolReport report, Palette palette) {
      return PoolCsvView.render(report);
    }
  },

  /** Maps with heat, for a browser. */
  HTML {
    @Override
    public String render(PoolReport report, Palette palette) {
      return PoolHtmlView.render(report);
    }
  };

  /**
   * Returns the view.
   *
   * @param palette of text alone
   */
  public abstract String render(PoolReport report, Palette palette);
}
