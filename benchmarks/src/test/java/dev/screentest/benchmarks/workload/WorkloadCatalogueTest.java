package dev.screentest.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.screentest.domain.UnitKind;
import dev.screentest.testbed.data.DataSet;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class WorkloadCatalogueTest {

  @Test
  void everyWorkloadIsABenchmarkOfJmhAndTheOtherWayRound() {
    OutputFormat silent =
        OutputFormatFactory.createFormatInstance(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            VerboseMode.SILENT);
    List<String> benchmarks =
        BenchmarkList.defaultList().getAll(silent, List.of()).stream()
            .map(BenchmarkListEntry::getUsername)
            .toList();

    assertThat(
            WorkloadCatalogue.all().stream()
                .map(entry -> entry.benchmark().getName() + ".perform")
                .distinct())
        .containsExactlyInAnyOrderElementsOf(benchmarks);
  }

  @Test
  void everyParameterIsOneOfItsBenchmark() throws ReflectiveOperationException {
    for (WorkloadEntry entry : WorkloadCatalogue.all()) {
      for (String name : entry.parameters().keySet()) {
        assertThat(entry.benchmark().getDeclaredField(name).isAnnotationPresent(Param.class))
            .as("%s, parameter %s", entry.name(), name)
            .isTrue();
      }
      assertThat(entry.workload().apply(UnitKind.READ)).isInstanceOf(entry.benchmark());
    }
  }

  @Test
  void theHeadlineIsWhatTheDesignSays() {
    assertThat(WorkloadCatalogue.headline())
        .extracting(WorkloadEntry::name)
        .containsExactlyInAnyOrder("insert-graph", "movie-with-cast/100", "pool-contention");
  }

  @Test
  void aNameWithoutItsSizeMeansAllSizes() {
    assertThat(WorkloadCatalogue.resolve(List.of("page-by-key")))
        .extracting(WorkloadEntry::name)
        .containsExactly("page-by-key/1", "page-by-key/100", "page-by-key/1000");
  }

  @Test
  void aFullNameMeansThatOneEvenWhereOthersBeginAlike() {
    assertThat(WorkloadCatalogue.resolve(List.of("movie-with-cast/100")))
        .extracting(WorkloadEntry::name)
        .containsExactly("movie-with-cast/100");
  }

  @Test
  void aNameOfAnEarlierVersionStaysValid() {
    assertThat(WorkloadCatalogue.resolve(List.of("insert-batch")))
        .extracting(WorkloadEntry::name)
        .containsExactly("insert-rows/1000/batched");
  }

  @Test
  void everyNameIsOnlyUsedOnce() {
    assertThat(WorkloadCatalogue.all()).extracting(WorkloadEntry::name).doesNotHaveDuplicates();
  }

  @Test
  void someDataSetServesEveryWorkload() {
    assertThat(WorkloadCatalogue.all())
        .allSatisfy(entry -> assertThat(entry.needed().smallest()).isPresent());
  }

  /** Its forks would need gigabytes to compare what is there with what must be. */
  @Test
  void whatChangesSomethingIsRefusedOnALargeDataSet() {
    WorkloadEntry change = WorkloadCatalogue.resolve(List.of("update-movie")).get(0);
    assertThat(change.needed().complaint(DataSet.MEDIUM.catalogue())).isEmpty();
    assertThat(change.needed().complaint(DataSet.LARGE.catalogue()).orElseThrow())
        .contains("up to 25,000 movies");
    WorkloadEntry sized = WorkloadCatalogue.resolve(List.of("load-and-change/1000")).get(0);
    assertThat(sized.needed().complaint(DataSet.LARGE.catalogue())).isPresent();
    assertThat(sized.needed().complaint(DataSet.TUTORIAL.catalogue()).orElseThrow())
        .contains("needs 1,000 movies");
    WorkloadEntry read = WorkloadCatalogue.resolve(List.of("find-movie")).get(0);
    assertThat(read.needed().complaint(DataSet.LARGE.catalogue())).isEmpty();
  }

  @Test
  void allMeansAllAndNothingTwice() {
    assertThat(WorkloadCatalogue.resolve(List.of("find-movie", "all")))
        .isEqualTo(WorkloadCatalogue.all());
  }

  @Test
  void anUnknownNameListsThoseThatThereAre() {
    assertThatThrownBy(() -> WorkloadCatalogue.resolve(List.of("find-movie", "finish-movie")))
        .isInstanceOf(UnknownWorkloadException.class)
        .hasMessageStartingWith("There is no workload 'finish-movie'. Valid are: all, select-1, ")
        .hasMessageEndingWith(", cold-start.");
  }
}
