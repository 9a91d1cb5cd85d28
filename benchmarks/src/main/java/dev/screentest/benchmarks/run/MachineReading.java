package dev.screentest.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the system says of the whole machine at a moment; nothing where it has no {@code /proc}.
 *
 * @param ticks CPU time of all kinds since the start
 * @param stolenTicks what the hypervisor took of it
 * @param load processes that wanted a CPU, over the last minute
 */
record MachineReading(long ticks, long stolenTicks, @Nullable Double load) {

  /** The eighth number of the line, see proc_stat(5); those behind it are part of earlier ones. */
  private static final int STEAL = 7;

  static MachineReading now() {
    long ticks = 0;
    long stolen = 0;
    Double load = null;
    try {
      String stat = Files.readString(Path.of("/proc/stat"));
      long[] numbers =
          Arrays.stream(stat.substring(0, stat.indexOf('\n')).split("\\s+"))
              .skip(1)
              .mapToLong(Long::parseLong)
              .limit(STEAL + 1)
              .toArray();
      ticks = Arrays.stream(numbers).sum();
      stolen = numbers.length > STEAL ? numbers[STEAL] : 0;
      String average = Files.readString(Path.of("/proc/loadavg"));
      load = Double.valueOf(average.substring(0, average.indexOf(' ')));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      // Not Linux: unknown.
    }
    return new MachineReading(ticks, stolen, load);
  }

  /** Returns the share that was stolen since another reading; null where that is unknown. */
  @Nullable Double stolenSince(MachineReading before) {
    return ticks > before.ticks
        ? (double) (stolenTicks - before.stolenTicks) / (ticks - before.ticks)
        : null;
  }
}
