package io.tarn.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {
  @Test
  void takesTheMiddleOfAnOddNumber() {
    assertThat(of(9, 1, 5).median()).isEqualTo(5);
  }

  @Test
  void takesTheMeanOfTheTwoInTheMiddle() {
    assertThat(of(10, 1, 4, 2).median()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"0.01, 1", "0.25, 1", "0.5, 2", "0.51, 3", "0.95, 4", "1, 4"})
  void findsWhatAShareOfAllDoesNotExceed(double share, double expected) {
    assertThat(of(3, 4, 1, 2).quantile(share)).isEqualTo(expected);
  }

  @Test
  void saysNothingOfNothing() {
    assertThatIllegalStateException().isThrownBy(new Samples()::median);
  }

  private static Samples of(double... values) {
    var samples = new Samples();
    Arrays.stream(values).forEach(samples::add);
    return samples;
  }
}
