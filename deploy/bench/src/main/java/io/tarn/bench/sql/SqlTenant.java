package io.tarn.bench.sql;

import io.tarn.bench.Database;
import io.tarn.common.id.Ids;
import io.tarn.common.postgres.PostgresInstallation;
import io.tarn.common.postgres.TenantSchema;
import io.tarn.common.schema.EventCategory;
import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.EventTableDdl;
import io.tarn.common.secret.MasterSecret;
import io.tarn.common.tenant.TenantId;
import io.tarn.demo.activity.DemoActivity;
import io.tarn.demo.activity.DemoRequest;
import io.tarn.local.realm.DemoTenant;
import io.tarn.sql.EventDataStore;
import io.tarn.sql.TranslationContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// A tenant with a default store of generated events of thirty days, in partitions and with indexes
/// like those that the writer makes for so many.
///
/// @param whose what its events are about
record SqlTenant(TenantId id, UUID store, DemoTenant whose) {
  private static final int DAYS = 30;

  static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 2);
  static final LocalDate END = FIRST_DAY.plusDays(DAYS);

  private static final long SEED = 1;
  private static final int BATCH = 50_000;

  /// Where the writer begins to cut recent time into days.
  private static final int DAILY_ABOVE = 15_000;

  private static final int COPY_BUFFER_BYTES = 64 * 1024;

  private static final List<String> INDEXES =
      List.of(
          "create unique index on %s (event_time, event_id)",
          "create index on %s (event_id)",
          "create index on %s using brin (upload_id)",
          "create index on %s using brin (ingest_position) with (autosummarize = on)",
          "create index on %s (event_name, event_time)",
          "create index on %s (user_identity_arn, event_time)",
          "create index on %s (user_identity_access_key_id, event_time)"
              + " where user_identity_access_key_id is not null",
          "create index on %s (error_code, event_time) where error_code is not null",
          "create index on %s (event_time) where session_credential_from_console is not null");

  static SqlTenant of(DemoTenant whose) {
    return new SqlTenant(Ids.tenantId(), Ids.uuid(), whose);
  }

  /// The schema, which is the login as well.
  String schema() {
    return id.schema();
  }

  String password(MasterSecret secret) {
    return secret.derive(PostgresInstallation.LOGIN_PURPOSE, schema());
  }

  /// The table of the store, with its schema.
  String table() {
    return schema() + ".eds_" + store.toString().replace("-", "");
  }

  TranslationContext context() {
    var main =
        new EventDataStore(
            store,
            "main",
            "arn:aws:cloudtrail:us-east-1:%s:eventdatastore/%s"
                .formatted(whose.homeAccount(), store),
            EventCategory.CLOUDTRAIL,
            true);
    return new TranslationContext(schema(), List.of(main), midnight(END));
  }

  /// Makes everything, and gathers the planner's statistics.
  void fill(Database database, int events, MasterSecret secret) throws IOException {
    try {
      new TenantSchema(id).apply(database.connection(), password(secret));
    } catch (SQLException failure) {
      throw Database.refused(failure);
    }
    makeTable(database, events);
    database.run("create temporary table incoming (event text)");
    var request =
        new DemoRequest(events, SEED, midnight(FIRST_DAY), midnight(END), DemoRequest.DAILY);
    try (var all = new DemoActivity(whose, request).events()) {
      var texts = all.map(event -> event.json()).iterator();
      while (texts.hasNext()) {
        copy(database, texts);
        database.run(SqlRows.insert(id, table(), "incoming"), "truncate incoming");
      }
    }
    for (var index : INDEXES) {
      database.run(index.formatted(table()));
    }
    database.run(
        "grant select on %s to %s".formatted(table(), schema()), "vacuum (analyze) " + table());
  }

  private void makeTable(Database database, int events) throws IOException {
    database.run(
        "create table %s (%s) partition by range (event_time)"
            .formatted(table(), EventTableDdl.columnList(EventSchema.CLOUDTRAIL)),
        "alter table %s alter event_json set storage external".formatted(table()));
    var isDaily = events > DAILY_ABOVE * DAYS;
    var from = isDaily ? FIRST_DAY : FIRST_DAY.withDayOfMonth(1);
    while (from.isBefore(END)) {
      var to = isDaily ? from.plusDays(1) : from.plusMonths(1);
      database.run(
          "create table %s_%s partition of %s for values from ('%s') to ('%s')"
              .formatted(table(), from.toString().replace("-", ""), table(), from, to));
      from = to;
    }
  }

  private static void copy(Database database, Iterator<String> texts) throws IOException {
    try (var out =
        new PGCopyOutputStream(
            database.connection().unwrap(PGConnection.class),
            "copy incoming from stdin",
            COPY_BUFFER_BYTES)) {
      for (var count = 0; count < BATCH && texts.hasNext(); count++) {
        var line = texts.next().replace("\\", "\\\\") + "\n";
        out.write(line.getBytes(StandardCharsets.UTF_8));
      }
    } catch (SQLException failure) {
      throw Database.refused(failure);
    }
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
