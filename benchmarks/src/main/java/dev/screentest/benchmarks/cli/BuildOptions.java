package dev.screentest.benchmarks.cli;

import dev.screentest.benchmarks.contestant.Build;
import dev.screentest.benchmarks.contestant.Contestant;
import dev.screentest.benchmarks.contestant.Contestants;
import dev.screentest.benchmarks.contestant.UnusableBuildException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** From where contestants may come besides the class path. */
final class BuildOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--build",
      paramLabel = "NAME=JARS",
      description = {
        "Another build of implementations, or other versions of their libraries, of driver or pool:"
            + " a jar,",
        "a folder of jars, or several as in a class path. jdbi@NAME is jdbi loaded from there, and"
            + " from",
        "the class path what is not there. May be given several times."
      })
  private List<String> builds = List.of();

  /**
   * Returns from whom the user may choose: the class path's, and those of the builds.
   *
   * @throws ParameterException if a build is none
   */
  Contestants contestants() {
    try {
      List<Build> parsed = builds.stream().map(Build::parse).toList();
      Set<String> names = new HashSet<>();
      for (Build build : parsed) {
        if (!names.add(build.name())) {
          throw usage("two builds are called " + build.name() + ".");
        }
      }
      return Contestants.with(parsed);
    } catch (UnusableBuildException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Returns the contestants that were chosen.
   *
   * @throws ParameterException if there is a build that nobody was chosen from
   */
  List<Contestant> chosen(ImplementationOptions cast, Contestants all) {
    List<Contestant> chosen = cast.contestants(all);
    for (Build build : all.builds()) {
      if (chosen.stream().noneMatch(contestant -> contestant.build().equals(build.name()))) {
        throw usage(
            "no implementation is taken from %s; name one in --implementations, such as jdbc@%s."
                .formatted(build.name(), build.name()));
      }
    }
    return chosen;
  }

  private ParameterException usage(String problem) {
    return new ParameterException(spec.commandLine(), "--build: " + problem);
  }
}
