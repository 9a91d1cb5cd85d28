package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.pool.PoolAnalysis;
import dev.screentest.benchmarks.pool.PoolData;

/** The views of a study of pools. */
public enum PoolFormat {
  /** Tables for people. */
  TEXT {
    @Override
    public String render(PoolData data, Palette palette) {
      return PoolTextView.render(PoolAnalysis.of(data), palette);
    }
  },

  /** One object for programs. */
  JSON {
    @Override
    public String render(PoolData data, Palette palette) {
      return PoolJsonView.render(PoolAnalysis.of(data));
    }
  },

  /** Every load of every fork, for other statistics. */
  CSV {
    @Override
    public String render(PoolData data, Palette palette) {
      return PoolCsvView.render(data);
    }
  },

  /** Maps with heat, for a browser. */
  HTML {
    @Override
    public String render(PoolData data, Palette palette) {
      return PoolHtmlView.render(PoolAnalysis.of(data));
    }
  };

  /**
   * Returns the view.
   *
   * @param palette of text alone
   */
  public abstract String render(PoolData data, Palette palette);
}
