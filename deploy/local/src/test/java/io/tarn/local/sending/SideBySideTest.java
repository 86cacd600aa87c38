package io.tarn.local.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  @Test
  void runsAsManyAtATimeAsThereArePlaces() throws Exception {
    // given
    var together = new CountDownLatch(3);
    var done = new AtomicInteger();
    // when
    try (var line = new SideBySide(3)) {
      for (var i = 0; i < 3; i++) {
        line.run(
            () -> {
              together.countDown();
              together.await();
              done.incrementAndGet();
            });
      }
      line.finish();
    }
    // then
    assertThat(done).hasValue(3);
  }

  @Test
  void beginsNothingAfterAFailureAndTellsIt() throws Exception {
    // given
    var begun = new AtomicInteger();
    try (var line = new SideBySide(1)) {
      line.run(
          () -> {
            throw new IOException("the first");
          });
      // then
      assertThatThrownBy(() -> line.run(begun::incrementAndGet)).hasMessage("the first");
      assertThatThrownBy(line::finish).hasMessage("the first");
    }
    assertThat(begun).hasValue(0);
  }
}
