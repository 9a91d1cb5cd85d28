package dev.screentest.benchmarks.run;

import com.sun.management.OperatingSystemMXBean;
import dev.screentest.benchmarks.result.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what machine this is. */
final class Machines {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final Path GOVERNOR =
      Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");

  /** See "cpu.max" in cgroup-v2.rst of Linux: quota and period, in microseconds. */
  private static final Path LIMIT = Path.of("/sys/fs/cgroup/cpu.max");

  private static final Path LIMIT_QUOTA_V1 = Path.of("/sys/fs/cgroup/cpu/cpu.cfs_quota_us");
  private static final Path LIMIT_PERIOD_V1 = Path.of("/sys/fs/cgroup/cpu/cpu.cfs_period_us");

  private Machines() {}

  /** Returns this one. */
  static Machine here(boolean canPin) {
    return new Machine(
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        cpu(),
        Runtime.getRuntime().availableProcessors(),
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize(),
        cpuLimit(),
        text(GOVERNOR).orElse(null),
        isVirtual(),
        canPin,
        MachineReading.now().load());
  }

  private static String cpu() {
    return text(CPU_INFO)
        .flatMap(
            info ->
                info.lines()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()))
        .or(() -> Output.of("sysctl", "-n", "machdep.cpu.brand_string"))
        .orElse("unknown");
  }

  private static @Nullable Double cpuLimit() {
    Optional<String> limit =
        text(LIMIT)
            .or(
                () ->
                    text(LIMIT_QUOTA_V1)
                        .flatMap(
                            quota -> text(LIMIT_PERIOD_V1).map(period -> quota + " " + period)));
    return limit.map(Machines::cpuLimit).orElse(null);
  }

  /** Reads quota and period; null where there is no limit. */
  static @Nullable Double cpuLimit(String quotaAndPeriod) {
    String[] numbers = quotaAndPeriod.split("\\s+", -1);
    if (numbers.length != 2 || numbers[0].equals("max") || numbers[0].startsWith("-")) {
      return null;
    }
    return Double.parseDouble(numbers[0]) / Double.parseDouble(numbers[1]);
  }

  private static boolean isVirtual() {
    return Files.exists(Path.of("/.dockerenv"))
        || text(CPU_INFO)
            .map(
                info ->
                    info.lines()
                        .anyMatch(line -> line.startsWith("flags") && line.contains(" hypervisor")))
            .orElse(false);
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
