package io.tarn.local.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.local.product.Steps.Step;
import io.tarn.parts.PartException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StepsTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Progress progress =
      new Progress(new PrintStream(said, true, StandardCharsets.UTF_8));
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void startsAStepOnlyAfterThoseItNeeds() throws IOException, InterruptedException {
    // when
    new Steps(
            progress,
            List.of(step("service", "database"), step("database"), step("page", "service")))
        .run();
    // then
    assertThat(done).containsExactly("database", "service", "page");
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("✓ database").contains("✓ page");
  }

  @Test
  void neverStartsMoreThanTwoAtOnce() throws IOException, InterruptedException {
    // given
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    Step.Action action =
        () -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          Thread.sleep(20);
          running.decrementAndGet();
        };
    var steps = List.of("a", "b", "c", "d", "e").stream().map(n -> new Step(n, Set.of(), action));
    // when
    new Steps(progress, steps.toList()).run();
    // then
    assertThat(most.get()).isEqualTo(2);
  }

  @Test
  void endsWithTheFirstFailureAndNamesIt() {
    // given
    var failing =
        new Step(
            "kafka",
            Set.of(),
            () -> {
              throw new PartException("kafka has no disk");
            });
    // then
    assertThatThrownBy(() -> new Steps(progress, List.of(failing, step("service", "kafka"))).run())
        .isInstanceOf(PartException.class)
        .hasMessage("kafka has no disk");
    assertThat(done).isEmpty();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("✗ kafka");
  }

  private Step step(String name, String... needs) {
    return new Step(name, Set.of(needs), () -> done.add(name));
  }
}
