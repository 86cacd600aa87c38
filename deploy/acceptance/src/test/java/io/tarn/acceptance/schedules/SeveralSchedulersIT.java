package io.tarn.acceptance.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Several scheduler-services, of which one after another is killed for a minute: each run has one
/// execution and one delivery, counted in S3.
class SeveralSchedulersIT {
  private static final Duration KILLING = Duration.ofSeconds(60);
  private static final int SCHEDULES = 6;
  private static final int LARGEST_PAGE = 1000;

  private final People people = new People(Product.running());
  private final Schedules analyst = new Schedules(people.person("initech", "analyst"), "initech");
  private final Random random = new Random(21);

  @Test
  void eachRunIsDeliveredOnceWhateverDies(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
      throws Exception {
    // given
    var bucket = TenantBucket.of(people.person("initech", "tenant-admin"), "initech");
    var before = new HashSet<>(bucket.objects());
    var schedules = new String[SCHEDULES];
    for (int number = 0; number < SCHEDULES; number++) {
      schedules[number] = schedule("killed-" + UUID.randomUUID());
    }
    // when
    int started = 0;
    try (var one = new Replaced(folder, "one");
        var other = new Replaced(folder, "other")) {
      var end = Instant.now().plus(KILLING);
      while (Instant.now().isBefore(end)) {
        for (var schedule : schedules) {
          analyst.caller().post(analyst.address(schedule) + "/runs", "").with(202);
          started++;
        }
        Thread.sleep(random.nextInt(2_000));
        (random.nextBoolean() ? one : other).killAndReplace();
      }
      for (var schedule : schedules) {
        await()
            .atMost(Duration.ofMinutes(5))
            .pollInterval(Duration.ofSeconds(2))
            .until(() -> runs(schedule).stream().allMatch(run -> run.hasNonNull("endedAt")));
      }
    }
    // then
    var executions = new HashSet<String>();
    for (var schedule : schedules) {
      for (var run : runs(schedule)) {
        assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("succeeded");
        assertThat(executions.add(run.path("execution").asText())).isTrue();
      }
    }
    assertThat(executions).hasSize(started);
    assertThat(started).isGreaterThanOrEqualTo(2 * SCHEDULES);
    var written =
        bucket.objects().stream()
            .filter(object -> !before.contains(object))
            .filter(object -> executions.stream().anyMatch(object::contains))
            .map(object -> object.replaceFirst(".*/([^/]+/[^/]+)$", "$1"))
            .toList();
    assertThat(written)
        .containsExactlyInAnyOrderElementsOf(
            executions.stream()
                .flatMap(
                    execution ->
                        List.of("result_1.csv.gz", "result_sign.json", "result_statement.dsse.json")
                            .stream()
                            .map(file -> execution + "/" + file))
                .toList());
  }

  private String schedule(String name) {
    var schedule = Schedules.of(name, "SELECT eventName, count(*) FROM $EDS_ID GROUP BY 1");
    schedule.putObject("policies").put("overlap", "allow_all");
    schedule.putObject("output").putArray("deliveries").addObject().put("format", "csv");
    return analyst.keep(schedule);
  }

  private List<JsonNode> runs(String schedule) {
    return analyst
        .caller()
        .get(analyst.address(schedule) + "/runs?limit=" + LARGEST_PAGE)
        .with(200)
        .json()
        .path("items")
        .valueStream()
        .toList();
  }

  /// A scheduler-service, and the one that takes its place when it is killed.
  private static final class Replaced implements AutoCloseable {
    private final Path folder;
    private final String name;
    private SchedulerProcess process;
    private int count;

    Replaced(Path folder, String name) throws Exception {
      this.folder = folder;
      this.name = name;
      this.process = SchedulerProcess.start(folder, name);
    }

    void killAndReplace() throws Exception {
      process.kill();
      process = SchedulerProcess.start(folder, name + "-" + ++count);
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
