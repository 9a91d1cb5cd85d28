package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.analysis.RunReport;

/** The views of a run. */
public enum ReportFormat {
  /** For a terminal. */
  TEXT {
    @Override
    public String render(RunReport report, Palette palette) {
      return TextView.render(report, palette);
    }
  },
  /** For programs. */
  JSON {
    @Override
    public String render(RunReport report, Palette palette) {
      return JsonView.render(report);
    }
  },
  /** For other statistics: every measured slice. */
  CSV {
    @Override
    public String render(RunReport report, Palette palette) {
      return CsvView.render(report);
    }
  },
  /** For a pull request. */
  MARKDOWN {
    @Override
    public String render(RunReport report, Palette palette) {
      return MarkdownView.render(report);
    }
  },
  /** For a browser, in one file. */
  HTML {
    @Override
    public String render(RunReport report, Palette palette) {
      return HtmlView.render(report);
    }
  };

  /**
   * Returns the view.
   *
   * @param palette for those who look at text
   */
  public abstract String render(RunReport report, Palette palette);
}
