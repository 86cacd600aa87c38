package io.tarn.scheduler.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.id.Ids;
import io.tarn.common.proof.ResultStatement.Coverage;
import io.tarn.common.proof.ResultStatement.Outcome;
import io.tarn.common.proof.ResultStatement.Query;
import io.tarn.common.proof.ResultStatement.Requester;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.destination.DeliveryPlace;
import io.tarn.scheduler.destination.DeliveryPlaces;
import io.tarn.scheduler.destination.DeliveryTargets;
import io.tarn.scheduler.export.ExportRequest.OfRun;
import io.tarn.scheduler.export.format.ExportColumn;
import io.tarn.scheduler.export.format.ExportFormat;
import io.tarn.scheduler.run.Crashes;
import io.tarn.scheduler.run.Executions;
import io.tarn.scheduler.run.MovedClock;
import io.tarn.scheduler.run.OwnSchema;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.scheduler.run.RunWindow;
import io.tarn.scheduler.schedule.ScheduledQuery;
import io.tarn.scheduler.signing.ResultSigner;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import io.tarn.testing.TestS3;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Exports whose process dies at any step, and goes on as another one, on real parts.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = {
      @ResourceArg(name = "login", value = "tarn_scheduler"),
      @ResourceArg(name = "s3", value = "true")
    })
@QuarkusTestResource(TestGrantsResource.class)
class ExportCrashTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROWS = 12_000;
  private static final int PAGE = 1000;
  private static final long FILE_SIZE = 20_000;

  @Inject DeliveryTargets targets;
  @Inject ResultSigner signer;

  private final TenantId tenant = Ids.tenantId();
  private final Actor ann = new Actor("https://i", "ann", "Ann");
  private final MovedClock time = new MovedClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
  private final ExportRows rows =
      new ExportRows(new ObjectMapper().registerModule(new JavaTimeModule()));
  private DataSource database;

  @BeforeEach
  void migrate() throws SQLException, IOException {
    database = OwnSchema.create();
    Files.createDirectories(bucket());
  }

  private Path bucket() {
    return TestS3.running().data().resolve("tarn-results-" + tenant);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void hasExactlyTheRightFilesWhateverDies(long seed) throws Exception {
    // given
    var format = seed % 2 == 0 ? ExportFormat.CSV : ExportFormat.NDJSON;
    var undisturbed = deliver(new Crashes(new Random(seed), 0), format);
    var expected = contents(undisturbed);
    var crashes = new Crashes(new Random(seed), 0.04);
    crashes.turn(true);
    // when
    var export = deliver(crashes, format);
    // then
    assertThat(crashes.count()).isGreaterThan(2);
    assertThat(export.state()).isEqualTo(ExportState.SUCCEEDED);
    assertThat(export.files()).hasSizeGreaterThan(3);
    assertThat(export.files()).isEqualTo(undisturbed.files());
    var found = contents(export);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    for (var file : export.files()) {
      assertThat(found.get(file.name())).isEqualTo(expected.get(file.name()));
    }
    assertThat(lines(export, found)).isEqualTo(lines(undisturbed, expected)).hasSize(ROWS);
    assertThat(OwnS3.uploads(tenant)).isEmpty();
    assertThat(folders()).hasSize(2);
  }

  /// Two exports of the same schedule name each other.
  @Test
  void namesTheStatementBeforeOfTheSameSchedule() throws Exception {
    // given
    var schedule = UUID.randomUUID();
    var quiet = new Crashes(new Random(1), 0);
    var first = deliver(quiet, ExportFormat.CSV, new OfRun(UUID.randomUUID(), schedule));
    // when
    var second = deliver(quiet, ExportFormat.CSV, new OfRun(UUID.randomUUID(), schedule));
    // then
    assertThat(first.progress().previousStatement()).isNull();
    assertThat(second.progress().previousStatement()).matches("[0-9a-f]{64}");
  }

  @Test
  void anOlderHolderOfTheLeaseChangesNothing() throws Exception {
    // given
    var quiet = new Crashes(new Random(1), 0);
    var process = new PlayedProcess(quiet);
    var asked = ask(ExportFormat.CSV, null);
    var old = process.leases.take(5).getFirst();
    time.moveTo(time.instant().plus(Duration.ofMinutes(3)));
    // when
    process.stepAll();
    process.stepper.step(old);
    // then
    var export = look(asked.id());
    assertThat(export.state()).isEqualTo(ExportState.SUCCEEDED);
    assertThat(contents(export)).hasSize(export.files().size() + 2);
    assertThat(OwnS3.uploads(tenant)).isEmpty();
  }

  @Test
  void removesWhatItHasWrittenWhenItIsCancelledOnTheWay() throws Exception {
    // given
    var process = new PlayedProcess(new Crashes(new Random(1), 0));
    var asked = ask(ExportFormat.CSV, null);
    var transactions = new Transactions(database);
    process.atPage(
        5,
        () -> {
          transactions.run(c -> rows.cancel(c, tenant, asked.id(), time.instant()));
          time.moveTo(time.instant().plus(Duration.ofMinutes(1)));
        });
    // when
    process.stepAll();
    // then
    assertThat(look(asked.id()).state()).isEqualTo(ExportState.CANCELLED);
    assertThat(look(asked.id()).folder()).isNull();
    assertThat(objects()).isEmpty();
    assertThat(OwnS3.uploads(tenant)).isEmpty();
  }

  private Export deliver(Crashes crashes, ExportFormat format) {
    return deliver(crashes, format, null);
  }

  private Export deliver(Crashes crashes, ExportFormat format, OfRun run) {
    var asked = ask(format, run);
    for (int step = 0; step < 1000 && !look(asked.id()).state().isEnd(); step++) {
      try {
        new PlayedProcess(crashes).stepAll();
      } catch (Crashes.Killed _) {
        // another process takes over once the lease has run out
      }
      time.moveTo(time.instant().plus(Duration.ofMinutes(3)));
    }
    return look(asked.id());
  }

  private Export ask(ExportFormat format, OfRun run) {
    var query = new ScheduledQuery(null, "SELECT n", List.of(), Map.of());
    var request = new ExportRequest(null, query, format, null, run);
    var id = Ids.uuid();
    return new Transactions(database)
        .in(c -> rows.insert(c, tenant, id, "run:" + id, ann, request, time.instant()));
  }

  private Export look(UUID id) {
    return new Transactions(database).in(c -> rows.find(c, tenant, id)).orElseThrow();
  }

  private Map<String, byte[]> contents(Export export) throws IOException {
    var folder = bucket().resolve(export.folder().key());
    var contents = new java.util.TreeMap<String, byte[]>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private static List<String> lines(Export export, Map<String, byte[]> contents)
      throws IOException {
    var lines = new ArrayList<String>();
    for (var file : export.files()) {
      try (var plain = new GZIPInputStream(new ByteArrayInputStream(contents.get(file.name())))) {
        new String(plain.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .skip(file.name().endsWith("csv.gz") ? 2 : 0)
            .forEach(lines::add);
      }
    }
    return lines;
  }

  private List<String> objects() throws IOException {
    try (var files = Files.walk(bucket())) {
      return files.filter(Files::isRegularFile).map(Path::toString).toList();
    }
  }

  private Stream<Path> folders() throws IOException {
    try (var files = Files.walk(bucket())) {
      return files
          .filter(file -> file.getFileName().toString().equals("result_sign.json"))
          .toList()
          .stream();
    }
  }

  private DeliveryPlace place() {
    return new DeliveryPlace(
        "acme",
        "111122223333",
        new DeliveryPlace.OwnBucket(
            URI.create(TestS3.running().endpoint()),
            "us-east-1",
            "tarn-results-" + tenant,
            "",
            "t-" + tenant,
            OwnS3.secretOf(tenant)));
  }

  /// One scheduler-service, until it dies.
  private final class PlayedProcess {
    private final ExportLeases leases;
    private final ExportStepper stepper;
    private final Crashes crashes;
    private int pages;
    private int page = -1;
    private Runnable event = () -> {};

    PlayedProcess(Crashes crashes) {
      this.crashes = crashes;
      var clock = new DeadlyClock(crashes);
      var config = new PlayedExportConfig(FILE_SIZE);
      var transactions = new Transactions(crashes.around(database));
      DeliveryPlaces places = _ -> place();
      var log = new ExportLog(transactions, rows, config, clock);
      var delivery = new ExportDelivery(log, signer, config);
      var source = new PlayedSource();
      leases = new ExportLeases(transactions, rows, config, time);
      stepper =
          new ExportStepper(
              log,
              (_, _, _) -> "grant",
              new PlayedExecutions(),
              new ExportWork(source, places, targets, delivery, log),
              new ExportCleaning(targets, places));
    }

    void atPage(int number, Runnable what) {
      page = number;
      event = what;
    }

    void stepAll() {
      leases.take(5).forEach(stepper::step);
    }

    private final class PlayedSource implements ExportSource {
      @Override
      public ExportedExecution describe(TenantId owner, String grant, UUID execution) {
        crashes.maybe();
        return new ExportedExecution(
            execution,
            Instant.parse("2026-05-01T10:00:00Z"),
            null,
            List.of(new ExportColumn("n", "bigint"), new ExportColumn("text", "varchar")),
            new Requester("https://i", "ann", "Ann", null),
            new Query("SELECT n", JSON.createArrayNode(), JSON.createObjectNode(), List.of(), null),
            new Coverage(null, null, null, null),
            new Outcome(ROWS, false, false));
      }

      @Override
      public Page page(TenantId owner, String grant, UUID execution, String cursor) {
        crashes.maybe();
        if (pages++ == page) {
          event.run();
        }
        if (pages % 9 == 0 && crashes.count() > 0) {
          throw new Passing(Map.of("type", "/problems/unavailable", "title", "Unavailable"));
        }
        var first = cursor == null ? 0 : Integer.parseInt(cursor);
        var end = Math.min(ROWS, first + PAGE);
        var found = new ArrayList<JsonNode>();
        for (int n = first; n < end; n++) {
          var text = Long.toHexString((n + 1L) * 0x9E3779B97F4A7C15L).repeat(5);
          found.add(JSON.createArrayNode().add(n).add(text));
        }
        return new Page(found, end == ROWS ? null : Integer.toString(end));
      }
    }

    private final class PlayedExecutions implements Executions {
      @Override
      public UUID submit(
          TenantId owner, String grant, String key, ScheduledQuery query, RunWindow window) {
        crashes.maybe();
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public Execution await(TenantId owner, String grant, UUID id, Duration patience) {
        crashes.maybe();
        return new Execution(State.FINISHED, null, false, ROWS, 1L);
      }

      @Override
      public void read(TenantId owner, String grant, UUID id, RowVisitor visitor) {
        throw new AssertionError("exports read pages");
      }

      @Override
      public long position(TenantId owner, String grant) {
        throw new AssertionError("exports have no window");
      }

      @Override
      public void cancel(TenantId owner, String grant, UUID id) {
        throw new AssertionError("nothing is cancelled");
      }
    }
  }

  /// The process may die whenever it looks at the time: that is before each part of a file, and
  /// before each file becomes whole.
  private final class DeadlyClock extends Clock {
    private final Crashes crashes;

    DeadlyClock(Crashes crashes) {
      this.crashes = crashes;
    }

    @Override
    public Instant instant() {
      crashes.maybe();
      return time.instant();
    }

    @Override
    public ZoneId getZone() {
      return time.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
