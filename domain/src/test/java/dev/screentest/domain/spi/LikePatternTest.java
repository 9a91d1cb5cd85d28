package dev.screentest.domain.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikePatternTest {

  @ParameterizedTest
  @CsvSource({
    "'', %%",
    "Glendale, %Glendale%",
    "100 %, %100 \\%%",
    "a_b, %a\\_b%",
    "C:\\dir, %C:\\\\dir%",
    "ÄÖ😀, %ÄÖ😀%"
  })
  void everyCharacterOfTheFragmentStandsForItself(String fragment, String pattern) {
    assertThat(LikePattern.containing(fragment)).isEqualTo(pattern);
  }
}
