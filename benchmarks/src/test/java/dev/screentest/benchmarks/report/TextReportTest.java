package dev.screentest.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextReportTest {

  @Test
  void showsEveryNumberWithItsUnitAndEveryReason() {
    assertThat(TextReport.render(Reports.ofEverything()))
        .isEqualTo(
            """
            workload      implementation      µs/op  ± error  ratio    B/op  statements/op  round trips/op

            find-movie    jdbc                100.0    ± 1.3   1.00   1,848              1               2
                          hibernate           122.4   ± 12.0   1.22   5,792              1               2
                          mybatis            FAILED

            insert-graph  hibernate        12,345.7        ?         41,879              9            6.26
                          hibernate/tuned  left out

            FAILED   find-movie, mybatis: movie 7.title: expected "a"
            left out insert-graph, hibernate/tuned: CASCADE: it has none

            µs/op and ± error are JMH's own: the mean of all iterations of all forks and its 99.9 % interval, as if
            they were independent. That is too narrow for a verdict; small differences here mean nothing. The ratio
            is that to jdbc. B/op is what the client allocates. Statements (transaction control and blocks of ids apart)
            and round trips (all) were counted on the wire beforehand, not in the JVMs that were timed.

            PostgreSQL  18.6 (embedded): fsync=off synchronous_commit=off
            JVM         OpenJDK 64-Bit Server VM 25+36, -Xms1g -XX:+UseG1GC
            machine     Linux 6.18 amd64, 2 cores
            data        small (1 000 movies, 4 000 actors), seed 20261123
            method      JMH 1.37, 3 × one fork each in random order (--seed 7), reads in units of kind read
            frameworks  jdbc: PostgreSQL JDBC Driver 42.7.14; hibernate: Hibernate ORM 7.4.13.Final
            """);
  }
}
