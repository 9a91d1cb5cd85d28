package dev.screentest.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:postgresql://h/d?user=me&password=s3cret&ssl=true | jdbc:postgresql://h/d?user=me&password=***&ssl=true
          jdbc:postgresql://me:s3cret@h/d                         | jdbc:postgresql://***@h/d
          PASSWORD=s3cret and more                                | PASSWORD=*** and more
          nothing secret at jdbc:postgresql://h:5432/d            | nothing secret at jdbc:postgresql://h:5432/d
          """)
  void takesOutPasswordsAndNothingElse(String text, String redacted) {
    assertThat(Redaction.redact(text)).isEqualTo(redacted);
  }
}
