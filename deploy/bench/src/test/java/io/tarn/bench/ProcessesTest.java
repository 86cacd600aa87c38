package io.tarn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessesTest {
  @Test
  void readsWhatAProcessAndItsEndedChildrenHaveTaken() {
    // given
    var line = "42 (a (b) c) S 1 42 42 0 -1 4194560 11 22 33 44 150 50 30 20 20 0 1 0 100 0 0";
    // when
    var ticks = Processes.Ticks.of(line);
    // then
    assertThat(ticks).isEqualTo(new Processes.Ticks("a (b) c", 2.0, 0.5));
  }

  @Test
  void countsOnlyWhatCameOnTop() {
    // given
    var before = Map.of("postgres", 3.0);
    // when
    var more = Processes.since(before, Map.of("postgres", 5.0, "kafka", 1.0));
    // then
    assertThat(more).containsExactlyInAnyOrderEntriesOf(Map.of("postgres", 2.0, "kafka", 1.0));
  }
}
