package io.tarn.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  @TempDir private Path folder;

  @Test
  void saysWhatAProcessSaidThatEndsWhileStarting() throws IOException {
    try (var part = part("echo 'no room left'; exit 3")) {
      // then
      assertThatThrownBy(part::start)
          .isInstanceOf(PartException.class)
          .hasMessageContaining("sleeper ended while starting (exit code 3): no room left");
    }
  }

  @Test
  void takesOnlyTheMessageOfALineOfJson() throws IOException {
    try (var part =
        part(
            """
        echo '{"sequence":1,"message":"no \\"room\\" left","hostName":"here"}'; exit 1""")) {
      // then
      assertThatThrownBy(part::start).hasMessageContaining(": no \\\"room\\\" left (");
    }
  }

  @Test
  void endsByForceWhatDoesNotEndWhenAsked() throws IOException, InterruptedException {
    // given
    var process =
        process(
            "trap '' TERM; touch %s; while :; do sleep 1; done".formatted(folder.resolve("up")));
    process.start();
    process.awaitReady(LONG, () -> folder.resolve("up").toFile().exists());
    // when
    process.stop("TERM", Duration.ofMillis(200));
    // then
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void isNotStartedOnceEverythingEnds() {
    // given
    var process = process("sleep 60");
    process.forbidStart();
    // then
    assertThatThrownBy(process::start)
        .isInstanceOf(PartException.class)
        .hasMessageContaining("sleeper is not started");
    assertThat(process.isAlive()).isFalse();
  }

  private Part part(String script) {
    return new ProcessPart(
        "sleeper", command(script), Map.of(), folder.resolve("log"), LONG, () -> false);
  }

  private ChildProcess process(String script) {
    return new ChildProcess("sleeper", command(script), Map.of(), folder.resolve("log"));
  }

  private static List<String> command(String script) {
    return List.of("bash", "-c", script);
  }
}
