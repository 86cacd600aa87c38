package io.tarn.ingest.deadletter;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.config.DeadLetterConfig;
import io.tarn.ingest.storage.Row;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Where;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Shows a tenant what was rejected, and remembers what was sent again.
@ApplicationScoped
public class DeadLetterService {
  private static final String SELECT =
      """
      select id, reason, detail, source, object_key, position, store_id, upload_id, length,
             received_time, replayed_by, sequence
      from ingest.dead_letters
      """;

  private final DataSource database;
  private final DeadLetterConfig config;

  DeadLetterService(DataSource database, DeadLetterConfig config) {
    this.database = database;
    this.config = config;
  }

  /// What one more file of the tenant may leave as dead letters.
  public DeadLetterQuota quotaOfFile(TenantId tenant) {
    var volume =
        Sql.of(
                """
                select count(*) as letters, coalesce(sum(length), 0) as bytes
                from ingest.dead_letters where tenant_id = ?""")
            .with(tenant);
    return run(
        connection ->
            volume.one(
                connection,
                row ->
                    new DeadLetterQuota(
                        Math.min(
                            config.maxPerFile(), config.maxPerTenant() - row.number("letters")),
                        config.maxBytesPerTenant() - row.number("bytes"))));
  }

  public Page<DeadLetter> list(
      TenantId tenant, DeadLetterFilter filter, @Nullable Cursor after, int limit) {
    var key = after == null ? null : keyOf(after);
    var rows = list(matching(tenant, filter).and("sequence > ?", key), limit + 1);
    return Page.bounded(
        rows, limit, letter -> Cursor.of(Long.toString(letter.sequence())), DeadLetter::size);
  }

  /// Those that were not sent again, after a sequence number.
  ///
  /// @param replay the upload that sends them again; what it leaves itself is not listed
  public List<DeadLetter> open(
      TenantId tenant, DeadLetterFilter filter, UUID replay, @Nullable Long after, int limit) {
    var open =
        matching(tenant, filter)
            .and("sequence > ?", after)
            .and("upload_id is distinct from ?", replay)
            .and("replayed_by is null");
    return list(open, limit);
  }

  public List<DeadLetterCount> count(TenantId tenant, DeadLetterFilter filter) {
    var matching = matching(tenant, filter);
    var counts =
        Sql.of(
                "select source, reason, count(*) as count from ingest.dead_letters "
                    + matching.text()
                    + "group by source, reason order by source, reason")
            .with(matching.values());
    return run(
        connection ->
            counts.list(
                connection,
                row ->
                    new DeadLetterCount(
                        row.text("source"), row.text("reason"), row.number("count"))));
  }

  public DeadLetter find(TenantId tenant, UUID id) {
    var one = Sql.of(SELECT + "where tenant_id = ? and id = ?").with(tenant, id);
    return run(connection -> one.first(connection, DeadLetterService::letter))
        .orElseThrow(DeadLetterException.Unknown::new);
  }

  /// The stored bytes; of an oversized record its beginning.
  public InputStream original(TenantId tenant, UUID id) {
    var one =
        Sql.of("select original from ingest.dead_letters where tenant_id = ? and id = ?")
            .with(tenant, id);
    return run(connection -> one.first(connection, row -> row.bytes("original")))
        .map(ByteArrayInputStream::new)
        .orElseThrow(DeadLetterException.Unknown::new);
  }

  /// Remembers in which upload letters were sent again.
  public void markReplayed(TenantId tenant, List<UUID> ids, UUID upload) {
    var mark =
        Sql.of(
            """
            update ingest.dead_letters set replayed_by = ?
            where tenant_id = ? and id = any (?)""");
    var _ =
        run(
            connection ->
                mark.with(upload, tenant, connection.createArrayOf("uuid", ids.toArray()))
                    .execute(connection));
  }

  private List<DeadLetter> list(Where where, int limit) {
    var page =
        Sql.of(SELECT + where.text() + "order by sequence limit ?").with(where.values(limit));
    return run(connection -> page.list(connection, DeadLetterService::letter));
  }

  private static Where matching(TenantId tenant, DeadLetterFilter filter) {
    return Where.of("tenant_id = ?", tenant.value())
        .and("id = ?", filter.id())
        .and("reason = ?", filter.reason())
        .and("source = ?", filter.source())
        .and("upload_id = ?", filter.upload());
  }

  private static DeadLetter letter(Row row) throws SQLException {
    return new DeadLetter(
        row.uuid("id"),
        row.text("reason"),
        row.text("detail"),
        row.text("source"),
        row.textOrNull("object_key"),
        row.textOrNull("position"),
        row.textOrNull("store_id"),
        row.uuidOrNull("upload_id"),
        row.number("length"),
        row.utc("received_time"),
        row.uuidOrNull("replayed_by"),
        row.number("sequence"));
  }

  private static Long keyOf(Cursor cursor) {
    try {
      return Long.valueOf(cursor.value(0));
    } catch (NumberFormatException _) {
      throw Cursor.notOfThisListing();
    }
  }

  private <T> T run(Sql.Work<T> work) {
    return Sql.inTransaction(database, work, DeadLetterException.Unavailable::new);
  }
}
