package io.tarn.ingest.upload;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Adds up what intake and the writers have counted of uploads.
final class UploadTotals {
  /// Columns: bytes, published, filtered, stored, duplicates, conflicts, rejected by intake,
  /// rejected by writers, reasons, whether `published` is final, digest files, upload.
  private static final String SELECT =
      """
      select f.bytes, f.published, f.filtered, c.stored, c.duplicates, c.conflicts,
             r.by_intake, r.by_writers, r.reasons::text, f.is_exact,
             f.digest_files, u.id, f.dead_letters_dropped
      from unnest(?) as u (id)
      cross join lateral (
            select coalesce(sum(bytes), 0)::bigint as bytes,
                   coalesce(sum(published), 0)::bigint as published,
                   coalesce(sum(filtered), 0)::bigint as filtered,
                   coalesce(sum(digest_files), 0)::bigint as digest_files,
                   coalesce(sum(dead_letters_dropped), 0)::bigint as dead_letters_dropped,
                   coalesce(bool_and(is_exact), true) as is_exact
            from ingest.upload_files where tenant_id = ? and upload_id = u.id) f
      cross join lateral (
            select coalesce(sum(stored), 0)::bigint as stored,
                   coalesce(sum(duplicates), 0)::bigint as duplicates,
                   coalesce(sum(conflicts), 0)::bigint as conflicts
            from ingest.upload_counters where tenant_id = ? and upload_id = u.id) c
      cross join lateral (
            select coalesce(sum(by_intake), 0)::bigint as by_intake,
                   coalesce(sum(by_writers), 0)::bigint as by_writers,
                   jsonb_object_agg(reason, by_intake + by_writers)
                       filter (where reason is not null) as reasons
            from (select reason,
                         coalesce(sum(events) filter (where kafka_partition < 0), 0) as by_intake,
                         coalesce(sum(events) filter (where kafka_partition >= 0), 0) as by_writers
                  from ingest.upload_reasons where tenant_id = ? and upload_id = u.id
                  group by reason) one) r\
      """;

  private UploadTotals() {}

  /// The totals as they are now.
  ///
  /// @param isExact whether nothing more is published
  record Counted(Totals totals, boolean isExact) {
    /// Whether nothing is under way any more. Nothing of a dry run is written.
    boolean isFinalFor(Upload upload) {
      return isExact && (upload.isDryRun() || totals.isWhole());
    }
  }

  static Counted of(Connection connection, TenantId tenant, UUID upload) throws SQLException {
    return Objects.requireNonNull(of(connection, tenant, List.of(upload)).get(upload));
  }

  /// Those of several uploads of a tenant, in one statement.
  static Map<UUID, Counted> of(Connection connection, TenantId tenant, List<UUID> uploads)
      throws SQLException {
    var counted = new HashMap<UUID, Counted>();
    if (uploads.isEmpty()) {
      return counted;
    }
    var id = tenant.value();
    Sql.query(
        connection,
        SELECT,
        row -> counted.put(row.getObject(12, UUID.class), counted(row)),
        connection.createArrayOf("uuid", uploads.toArray()),
        id,
        id,
        id);
    return counted;
  }

  private static Counted counted(ResultSet row) throws SQLException {
    long filtered = row.getLong(3);
    long byIntake = row.getLong(7);
    long written = row.getLong(4) + row.getLong(5) + row.getLong(6) + row.getLong(8);
    var totals =
        new Totals(
            row.getLong(1),
            Math.max(row.getLong(2), written) + filtered + byIntake,
            row.getLong(4),
            row.getLong(5),
            row.getLong(6),
            filtered,
            byIntake + row.getLong(8),
            row.getLong("dead_letters_dropped"),
            row.getLong(11),
            ReasonCounts.of(row.getString(9)));
    return new Counted(totals, row.getBoolean(10));
  }
}
