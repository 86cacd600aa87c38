package io.tarn.ingest.retention;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.config.RetentionConfig;
import io.tarn.ingest.storage.Lease;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Removes events that are too old from partitions that are so only in part, and what the other
/// ledgers keep of such events, a few in a transaction.
@ApplicationScoped
class ExpiredRows {
  private static final List<String> LEDGERS = List.of("conflicts", "duplicate_uploads");

  private final RetentionConfig config;

  ExpiredRows(RetentionConfig config) {
    this.config = config;
  }

  void remove(RetentionPeriod period, LocalDate firstKept, Lease lease) throws SQLException {
    long removed;
    do {
      removed = lease.inTransaction(connection -> removeSome(connection, period, firstKept));
    } while (removed == config.eventsAStep());
    for (var ledger : LEDGERS) {
      removeFrom(ledger, period.store(), firstKept, lease);
    }
  }

  private long removeSome(Connection connection, RetentionPeriod period, LocalDate firstKept)
      throws SQLException {
    var events = new RemovedEvents();
    Sql.of(
            """
            with old as (
                select event_time, event_id from %1$s where event_time < ?
                order by event_time, event_id limit ?),
            gone as (
                delete from %1$s e using old
                where e.event_time = old.event_time and e.event_id = old.event_id
                returning e.event_time, e.event_id, octet_length(e.event_json) as bytes)
            select event_time, event_id, bytes from gone order by event_time, event_id"""
                .formatted(period.store().table()))
        .with(firstKept.atStartOfDay(), config.eventsAStep())
        .list(
            connection,
            row -> {
              events.add(row.time("event_time"), row.text("event_id"), row.number("bytes"));
              return events;
            });
    if (!events.isEmpty()) {
      var cause = Removals.Cause.retention(period.days());
      Removals.record(connection, period.store(), events, cause);
    }
    return events.count();
  }

  private void removeFrom(String ledger, Store store, LocalDate firstKept, Lease lease)
      throws SQLException {
    int removed;
    do {
      removed =
          lease.inTransaction(
              connection ->
                  Sql.of(
                          """
                          delete from ingest.%1$s where ctid = any (array(
                              select ctid from ingest.%1$s
                              where tenant_id = ? and store_id = ? and event_time < ? limit ?))"""
                              .formatted(ledger))
                      .with(
                          store.tenant(),
                          store.id(),
                          firstKept.atStartOfDay(),
                          config.eventsAStep())
                      .execute(connection));
    } while (removed == config.eventsAStep());
  }

  /// Removes digest files that were received before that day.
  void removeDigestFiles(TenantId tenant, LocalDate firstKept, Lease lease) throws SQLException {
    int removed;
    do {
      removed =
          lease.inTransaction(
              connection ->
                  Sql.of(
                          """
                          delete from ingest.digest_files where ctid = any (array(
                              select ctid from ingest.digest_files
                              where tenant_id = ? and received_at < ? limit ?))""")
                      .with(
                          tenant,
                          firstKept.atStartOfDay().atOffset(ZoneOffset.UTC),
                          config.eventsAStep())
                      .execute(connection));
    } while (removed == config.eventsAStep());
  }
}
