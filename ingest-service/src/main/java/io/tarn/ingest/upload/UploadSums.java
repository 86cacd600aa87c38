package io.tarn.ingest.upload;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/// Adds up what intake and the writers have counted of one upload.
final class UploadSums {
  /// Columns: bytes, published, filtered, stored, duplicates, conflicts, set aside by intake, set
  /// aside by writers, reasons, whether `published` is final, digest files.
  private static final String SELECT =
      """
      select f.bytes, f.published, f.filtered, c.stored, c.duplicates, c.conflicts,
             r.by_intake, r.by_writers, r.reasons::text, f.is_exact,
             f.digest_files, f.rejected_not_kept
      from (select coalesce(sum(bytes), 0)::bigint as bytes,
                   coalesce(sum(published), 0)::bigint as published,
                   coalesce(sum(filtered), 0)::bigint as filtered,
                   coalesce(sum(digest_files), 0)::bigint as digest_files,
                   coalesce(sum(rejected_not_kept), 0)::bigint as rejected_not_kept,
                   coalesce(bool_and(is_exact), true) as is_exact
            from ingest.upload_files where tenant_id = ? and upload_id = ?) f,
           (select coalesce(sum(stored), 0)::bigint as stored,
                   coalesce(sum(duplicates), 0)::bigint as duplicates,
                   coalesce(sum(conflicts), 0)::bigint as conflicts
            from ingest.upload_counters where tenant_id = ? and upload_id = ?) c,
           (select coalesce(sum(by_intake), 0)::bigint as by_intake,
                   coalesce(sum(by_writers), 0)::bigint as by_writers,
                   jsonb_object_agg(reason, by_intake + by_writers)
                       filter (where reason is not null) as reasons
            from (select reason,
                         coalesce(sum(events) filter (where kafka_partition < 0), 0) as by_intake,
                         coalesce(sum(events) filter (where kafka_partition >= 0), 0) as by_writers
                  from ingest.upload_reasons where tenant_id = ? and upload_id = ?
                  group by reason) one) r\
      """;

  private UploadSums() {}

  /// The sums as they are now.
  static Sums of(Connection connection, TenantId tenant, UUID upload) throws SQLException {
    return counted(connection, tenant, upload).sums();
  }

  /// The final sums; empty while something is under way. Nothing of a dry run is written.
  static Optional<Sums> finalOf(Connection connection, Upload upload) throws SQLException {
    var counted = counted(connection, upload.tenant(), upload.id());
    return counted.isExact() && (upload.isDryRun() || counted.sums().isWhole())
        ? Optional.of(counted.sums())
        : Optional.empty();
  }

  private record Counted(Sums sums, boolean isExact) {}

  private static Counted counted(Connection connection, TenantId tenant, UUID upload)
      throws SQLException {
    var id = tenant.value();
    return Sql.query(
            connection,
            SELECT,
            row -> {
              long filtered = row.getLong(3);
              long byIntake = row.getLong(7);
              long written = row.getLong(4) + row.getLong(5) + row.getLong(6) + row.getLong(8);
              var sums =
                  new Sums(
                      row.getLong(1),
                      Math.max(row.getLong(2), written) + filtered + byIntake,
                      row.getLong(4),
                      row.getLong(5),
                      row.getLong(6),
                      filtered,
                      byIntake + row.getLong(8),
                      row.getLong("rejected_not_kept"),
                      row.getLong(11),
                      ReasonCounts.of(row.getString(9)));
              return new Counted(sums, row.getBoolean(10));
            },
            id,
            upload,
            id,
            upload,
            id,
            upload)
        .getFirst();
  }
}
