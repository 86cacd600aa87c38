package io.tarn.ingest.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.ingest.conflict.Comparison.Difference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventComparisonTest {
  @Test
  void namesEachValueThatDiffers() {
    // when
    var differences =
        EventComparison.between(
            "{\"a\":{\"b/c\":[1,2]},\"gone\":true}", "{\"a\":{\"b/c\":[1,3]},\"new\":null}");
    // then
    assertThat(differences.isAll()).isTrue();
    assertThat(differences.values())
        .containsExactly(
            new Difference("/a/b~1c/1", "2", "3"),
            new Difference("/gone", "true", null),
            new Difference("/new", null, "null"));
  }

  @Test
  void theLastValueOfARepeatedKeyCounts() {
    assertThat(EventComparison.between("{\"a\":1,\"a\":2}", "{\"a\":3}").values())
        .containsExactly(new Difference("/a", "2", "3"));
  }

  @Test
  void endsAfterAThousand() {
    // when
    var differences = EventComparison.between(object(40_000, 1), object(40_000, 2));
    // then
    assertThat(differences.isAll()).isFalse();
    assertThat(differences.values()).hasSize(1000);
  }

  @Test
  void aLongKeyAboveManyValuesIsNotRepeatedWithoutEnd() {
    // given
    var key = "k".repeat(200_000);
    // when
    var differences =
        EventComparison.between(
            "{\"%s\":%s}".formatted(key, object(900, 1)),
            "{\"%s\":%s}".formatted(key, object(900, 2)));
    // then
    assertThat(differences.isAll()).isFalse();
    assertThat(differences.values().stream().mapToInt(Difference::length).sum())
        .isBetween(200_000, 4 * Comparison.LONGEST_TEXT);
  }

  private static String object(int members, int value) {
    return IntStream.range(0, members)
        .mapToObj(index -> "\"%x\":%d".formatted(index, value))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
