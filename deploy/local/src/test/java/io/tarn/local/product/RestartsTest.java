package io.tarn.local.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tarn.parts.Part;
import io.tarn.parts.ProcessPart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartsTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Settings settings;
  private Part part;
  private Restarts restarts;

  @BeforeEach
  void startPart() throws IOException, InterruptedException {
    settings = Settings.of(folder, Map.of("TARN_STATE", folder.resolve("state").toString()));
    part =
        new ProcessPart(
            "sleeper", List.of("sleep", "600"), Map.of(), folder.resolve("log"), LONG, () -> true);
    restarts =
        new Restarts(
            settings,
            this::start,
            new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)),
            () -> now);
    start(part);
  }

  @AfterEach
  void endPart() {
    part.close();
  }

  @Test
  void aPartThatDiedIsStartedAgainAfterItsBackOff() throws IOException {
    // given
    die();
    assertThat(part.isAlive()).as("before the back-off is over").isFalse();
    // when
    now = now.plusSeconds(1);
    look();
    // then
    await().atMost(LONG).until(part::isAlive);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("sleeper")
        .contains("has ended by itself and is started again in 1 s");
    assertThat(RestartRecord.read(settings, "sleeper"))
        .hasValueSatisfying(
            record ->
                assertThat(record.describe(true))
                    .isEqualTo(
                        "started again; it ended by itself once, last at 2026-01-01T00:00:00Z"));
  }

  @Test
  void eachFurtherDeathDoublesTheBackOff() {
    // given
    dieAndComeBack(1);
    // when
    die();
    now = now.plusSeconds(1);
    look();
    // then
    assertThat(part.isAlive()).as("after one second of two").isFalse();
    now = now.plusSeconds(1);
    look();
    await().atMost(LONG).until(part::isAlive);
  }

  @Test
  void tenQuietMinutesMakeTheBackOffShortAgain() {
    // given
    dieAndComeBack(1);
    dieAndComeBack(2);
    now = now.plus(Duration.ofMinutes(11));
    // when
    dieAndComeBack(1);
    // then
    assertThat(part.isAlive()).isTrue();
  }

  @Test
  void whatWasEndedOnPurposeStaysEnded() throws IOException {
    // given
    PidFile.of(settings, "sleeper").delete();
    part.kill();
    // when
    look();
    now = now.plus(Duration.ofMinutes(2));
    look();
    // then
    assertThat(part.isAlive()).isFalse();
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "1000, 60"})
  void theBackOffEndsAtAMinute(int ends, int seconds) {
    var record = RestartRecord.ofEnd(ends, now);
    assertThat(Duration.between(now, record.next())).hasSeconds(seconds);
  }

  private void dieAndComeBack(int seconds) {
    die();
    now = now.plusSeconds(seconds);
    look();
    await().atMost(LONG).until(part::isAlive);
  }

  /// Ends the process and looks until its end is noted: the thread of an earlier start may still
  /// have a last line to say.
  private void die() {
    var before = notedEnds();
    part.kill();
    await()
        .atMost(LONG)
        .until(
            () -> {
              look();
              return notedEnds() > before;
            });
  }

  private long notedEnds() {
    return said.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("✗")).count();
  }

  private void look() {
    restarts.look(List.of(part));
  }

  private void start(Part part) throws IOException, InterruptedException {
    part.start();
    PidFile.of(settings, part.name()).write(part.pid());
  }
}
