package io.tarn.query.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.common.postgres.TenantFixture;
import io.tarn.common.schema.EventCategory;
import io.tarn.sql.EventDataStore;
import io.tarn.sql.PublishedStatement;
import io.tarn.sql.StatementException;
import io.tarn.sql.Translation;
import io.tarn.sql.TranslationContext;
import io.tarn.sql.Translator;
import io.tarn.testing.TestParts;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Estimates of the published statements that translate, beside what runs of them scan after more
/// events have come, added up from the events themselves.
class EstimateTest {
  private static final Instant NOW = Instant.parse("2024-07-01T00:00:00Z");
  private static final double FACTOR = 1.5;
  private static final long ANY_POSITION = 0;

  private static Connection provisioner;
  private static TenantFixture tenant;
  private static UUID store;

  record Compared(String file, long estimated, long scanned) {
    double ratio() {
      return (estimated + 1.0) / (scanned + 1.0);
    }

    boolean isNear() {
      return ratio() <= FACTOR && ratio() >= 1 / FACTOR;
    }
  }

  @BeforeAll
  static void manyEvents() throws SQLException {
    var parts = TestParts.running();
    provisioner = parts.connectAs("tarn_ingest");
    tenant = TenantFixture.create(provisioner, parts.masterSecret());
    store = tenant.store("main", true);
    fill("first", 20_000);
  }

  @AfterAll
  static void close() throws SQLException {
    provisioner.close();
  }

  @Test
  void isNearToWhatRunsScan() throws IOException, SQLException {
    // given
    var translations = translations();
    var estimates = volumes(translations.stream().map(Named::translation).toList());
    fill("later", 1_000);
    // when
    var runs = volumes(translations.stream().map(Named::translation).toList());
    // then
    var compared = new ArrayList<Compared>();
    for (int at = 0; at < translations.size(); at++) {
      var named = translations.get(at);
      assertThat(runs.get(at)).as(named.file()).isEqualTo(counted(named.translation()));
      compared.add(new Compared(named.file(), estimates.get(at).bytes(), runs.get(at).bytes()));
    }
    print(compared);
    assertThat(compared).hasSizeGreaterThan(40);
    assertThat(compared.stream().filter(Compared::isNear).count())
        .isGreaterThanOrEqualTo(Math.ceilDiv(compared.size() * 95, 100));
  }

  record Named(String file, Translation translation) {}

  private static List<Named> translations() throws IOException {
    var context =
        new TranslationContext(
            tenant.tenant().schema(),
            List.of(new EventDataStore(store, "main", "arn", EventCategory.CLOUDTRAIL, true)),
            NOW);
    return PublishedStatement.all().stream()
        .flatMap(
            published ->
                translated(published, context)
                    .map(translation -> new Named(published.file(), translation))
                    .stream())
        .toList();
  }

  private static Optional<Translation> translated(
      PublishedStatement published, TranslationContext context) {
    try {
      return Optional.of(new Translator().translate(published.statement(), context));
    } catch (StatementException _) {
      return Optional.empty();
    }
  }

  private static List<ScanVolume> volumes(List<Translation> translations) throws SQLException {
    try (var connection = TestParts.running().connectAs(tenant.tenant().schema())) {
      connection.setAutoCommit(false);
      var volumes = new ArrayList<ScanVolume>();
      for (var translation : translations) {
        var volume = ScanVolumes.of(connection, translation).orElseThrow();
        volumes.add(new ScanVolume(volume.events(), volume.bytes(), ANY_POSITION));
      }
      connection.rollback();
      return volumes;
    }
  }

  /// What the definition says, written without the counts of days.
  private static ScanVolume counted(Translation translation) throws SQLException {
    var from = translation.timeRange().from().map(time -> time.toLocalDate().toString());
    var to = translation.timeRange().to().map(time -> time.toLocalDate().toString());
    var sql =
        """
        select count(*), coalesce(sum(length(convert_to(event_json, 'UTF8'))), 0) from %s
        where event_time >= '%s'::date and event_time < '%s'::date + 1"""
            .formatted(tenant.table(store), from.orElse("2000-01-01"), to.orElse("2100-01-01"));
    try (var statement = provisioner.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return new ScanVolume(row.getLong(1), row.getLong(2), ANY_POSITION);
    }
  }

  /// Events of all lengths over two years, with some characters of several octets.
  private static void fill(String name, int events) throws SQLException {
    try (var statement = provisioner.createStatement()) {
      statement.execute(
          """
          insert into %s (tenant_id, event_time, event_id, event_name, struct_presence, event_json,
              received_time, ingest_position, digest)
          select '%s', timestamp '2023-01-01' + n * (interval '2 years' / %d), '%s-' || n, 'Name', 0,
              '{"a":"' || repeat('\u00e9x', n %% 700) || '"}', timestamp '2023-06-01', 1, '\\x00'
          from generate_series(0, %d) n
          """
              .formatted(tenant.table(store), tenant.tenant(), events, name, events - 1));
    }
  }

  @SuppressWarnings("SystemOut") // the distribution is for who reads the build's log
  private static void print(List<Compared> compared) {
    var ratios = compared.stream().map(Compared::ratio).sorted().toList();
    System.out.printf(
        "estimates: %d statements, %d within a factor of %.1f; estimated/scanned: least %.3f,"
            + " median %.3f, greatest %.3f; %d scan less than all events%n",
        compared.size(),
        compared.stream().filter(Compared::isNear).count(),
        FACTOR,
        ratios.getFirst(),
        ratios.get(ratios.size() / 2),
        ratios.getLast(),
        compared.stream()
            .filter(
                one ->
                    one.scanned() < compared.stream().mapToLong(Compared::scanned).max().orElse(0))
            .count());
  }
}
