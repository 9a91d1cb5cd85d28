package dev.screentest.benchmarks.report;

import dev.screentest.benchmarks.analysis.Comparison;
import dev.screentest.benchmarks.analysis.Standing;
import dev.screentest.benchmarks.analysis.WorkloadReport;
import dev.screentest.benchmarks.statistics.RatioInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The ratios of a workload with their intervals, as SVG. The axis is logarithmic, so that half and
 * twice are as far from 1; the band is the margin within which ratios are the same.
 */
final class RatioPlot {

  private static final int WIDTH = 860;
  private static final int LEFT = 170;
  private static final int RIGHT = 190;
  private static final int TOP = 8;
  private static final int ROW = 26;
  private static final int AXIS = 26;
  private static final int TICK_GAP = 46;

  /** What a tick may stand at, in the order in which they are worth having. */
  private static final double[] TICKS = {
    1, 2, 5, 10, 0.5, 1.5, 3, 1.2, 0.8, 1.1, 0.9, 1.05, 0.95, 1.02, 0.98, 1.01, 0.99, 20, 50, 100,
    0.2, 0.1, 1.3, 4, 7, 0.7
  };

  private final List<Standing> rows;
  private final double margin;
  private final double low;
  private final double high;

  RatioPlot(WorkloadReport workload, double margin) {
    this.rows =
        workload.standings().stream().filter(standing -> standing.comparison() != null).toList();
    this.margin = margin;
    double lowest = 1 / (1 + 2 * margin);
    double highest = 1 + 2 * margin;
    for (Standing row : rows) {
      Comparison comparison = row.comparison();
      if (comparison != null) {
        RatioInterval interval = comparison.interval();
        lowest = Math.min(lowest, interval == null ? comparison.ratio() : interval.low());
        highest = Math.max(highest, interval == null ? comparison.ratio() : interval.high());
      }
    }
    this.low = Math.log(lowest);
    this.high = Math.log(highest);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  String render() {
    int bottom = TOP + ROW * rows.size();
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"ratios with 95 %% intervals\">\n"
            .formatted(WIDTH, bottom + AXIS));
    svg.append(
        format(
            "<rect class=\"band\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>\n",
            x(1 / (1 + margin)), TOP, x(1 + margin) - x(1 / (1 + margin)), bottom - TOP));
    axis(svg, bottom);
    for (int i = 0; i < rows.size(); i++) {
      row(svg, rows.get(i), TOP + ROW * i + ROW / 2);
    }
    return svg.append("</svg>\n").toString();
  }

  private void axis(StringBuilder svg, int bottom) {
    List<Double> taken = new ArrayList<>();
    for (double tick : TICKS) {
      double x = x(tick);
      boolean isInside = x >= LEFT - 0.5 && x <= WIDTH - RIGHT + 0.5;
      if (isInside && taken.stream().allMatch(other -> Math.abs(other - x) >= TICK_GAP)) {
        taken.add(x);
        svg.append(
            format(
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>"
                    + "<text class=\"axis\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n",
                tick == 1 ? "one" : "grid",
                x,
                TOP,
                x,
                bottom,
                x,
                bottom + 16,
                tick == Math.rint(tick) ? Integer.toString((int) tick) : Double.toString(tick)));
      }
    }
  }

  private void row(StringBuilder svg, Standing standing, int y) {
    Comparison comparison = standing.comparison();
    if (comparison == null) {
      return;
    }
    RatioInterval interval = comparison.interval();
    svg.append(
        format(
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n",
            LEFT - 12, y + 4, Html.escaped(standing.contestant())));
    if (interval != null) {
      svg.append(
          format(
              "<path class=\"mark %s\" d=\"M%.1f %dV%dM%.1f %dV%dM%.1f %dH%.1f\"/>\n",
              comparison.verdict(),
              x(interval.low()),
              y - 5,
              y + 5,
              x(interval.high()),
              y - 5,
              y + 5,
              x(interval.low()),
              y,
              x(interval.high())));
    }
    svg.append(
        format(
            "<circle class=\"dot %s\" cx=\"%.1f\" cy=\"%d\" r=\"4.5\"/>"
                + "<text x=\"%d\" y=\"%d\">%s %s</text>\n",
            comparison.verdict(),
            x(comparison.ratio()),
            y,
            WIDTH - RIGHT + 14,
            y + 4,
            Wording.ratio(comparison.ratio(), interval),
            interval == null ? "" : Wording.interval(interval)));
  }

  private double x(double ratio) {
    return LEFT + (Math.log(ratio) - low) / (high - low) * (WIDTH - LEFT - RIGHT);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
