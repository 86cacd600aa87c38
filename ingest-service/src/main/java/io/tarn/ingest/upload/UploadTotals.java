package io.tarn.ingest.upload;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Row;
import io.tarn.ingest.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Adds up what intake and the writers have counted of uploads.
final class UploadTotals {
  private static final String SELECT =
      """
      select f.bytes, f.published, f.filtered, c.stored, f.repeated,
             coalesce(c.duplicates, 0) + f.already_stored + f.repeated as duplicates,
             coalesce(c.conflicts, 0) + f.conflicting as conflicts,
             r.by_intake, r.by_writers, r.reasons::text, f.is_exact,
             f.digest_files, u.id, f.dead_letters_dropped, o.other_content::text
      from unnest(?) as u (id)
      cross join lateral (
            select sum(bytes) as bytes,
                   sum(published) as published,
                   sum(filtered) as filtered,
                   sum(digest_files) as digest_files,
                   coalesce(sum(already_stored), 0) as already_stored,
                   coalesce(sum(repeated), 0) as repeated,
                   coalesce(sum(conflicting), 0) as conflicting,
                   sum(dead_letters_dropped) as dead_letters_dropped,
                   coalesce(bool_and(is_exact), true) as is_exact
            from ingest.upload_files where tenant_id = ? and upload_id = u.id) f
      cross join lateral (
            select sum(stored) as stored,
                   sum(duplicates) as duplicates,
                   sum(conflicts) as conflicts
            from ingest.upload_counters where tenant_id = ? and upload_id = u.id) c
      cross join lateral (
            select sum(by_intake) as by_intake,
                   sum(by_writers) as by_writers,
                   jsonb_object_agg(reason, by_intake + by_writers)
                       filter (where reason is not null) as reasons
            from (select reason,
                         coalesce(sum(events) filter (where kafka_partition < 0), 0) as by_intake,
                         coalesce(sum(events) filter (where kafka_partition >= 0), 0) as by_writers
                  from ingest.upload_reasons where tenant_id = ? and upload_id = u.id
                  group by reason) one) r
      cross join lateral (
            select jsonb_object_agg(kind, pieces) filter (where kind is not null) as other_content
            from (select content.kind, sum(content.pieces::bigint) as pieces
                  from ingest.upload_files f
                  cross join lateral jsonb_each_text(f.other_content) as content (kind, pieces)
                  where f.tenant_id = ? and f.upload_id = u.id and f.other_content <> '{}'
                  group by content.kind) one) o\
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
    if (uploads.isEmpty()) {
      return Map.of();
    }
    return Sql.of(SELECT)
        .with(connection.createArrayOf("uuid", uploads.toArray()), tenant, tenant, tenant, tenant)
        .map(
            connection,
            row -> row.uuid("id"),
            row -> new Counted(counted(row), row.is("is_exact")));
  }

  /// What files have published by their own count, or the writers have written of them: that may
  /// be more, where the process that received a file ended.
  static Totals counted(Row row) throws SQLException {
    long stored = row.number("stored");
    long duplicates = row.number("duplicates");
    long conflicts = row.number("conflicts");
    long written = stored + duplicates + conflicts + row.number("by_writers");
    long filtered = row.number("filtered");
    long byIntake = row.number("by_intake");
    return new Totals(
        row.number("bytes"),
        Math.max(row.number("published"), written) + filtered + byIntake,
        stored,
        duplicates,
        conflicts,
        filtered,
        byIntake + row.number("by_writers"),
        row.number("dead_letters_dropped"),
        row.number("digest_files"),
        RowJson.counts(row.textOrNull("reasons")),
        row.number("repeated"),
        RowJson.counts(row.textOrNull("other_content")));
  }
}
