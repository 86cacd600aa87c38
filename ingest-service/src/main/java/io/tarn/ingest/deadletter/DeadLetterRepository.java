package io.tarn.ingest.deadletter;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Row;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of dead letters, always of one tenant. Within a transaction of the caller.
@ApplicationScoped
class DeadLetterRepository {
  private static final String SELECT =
      """
      select id, reason, detail, source, object_key, position, store_id, upload_id, length,
             received_time, replayed_by, sequence
      from ingest.dead_letters
      """;

  /// Those after a place, in the order in which they came.
  List<DeadLetter> list(
      Connection connection,
      TenantId tenant,
      DeadLetterFilter filter,
      @Nullable Long after,
      int limit)
      throws SQLException {
    return list(connection, matching(tenant, filter).and("sequence > ?", after), limit);
  }

  /// The same without those that were sent again, and without those that this replay left itself.
  List<DeadLetter> listOpen(
      Connection connection,
      TenantId tenant,
      DeadLetterFilter filter,
      UUID replay,
      @Nullable Long after,
      int limit)
      throws SQLException {
    var open =
        matching(tenant, filter)
            .and("sequence > ?", after)
            .and("upload_id is distinct from ?", replay)
            .and("replayed_by is null");
    return list(connection, open, limit);
  }

  List<DeadLetterCount> count(Connection connection, TenantId tenant, DeadLetterFilter filter)
      throws SQLException {
    var matching = matching(tenant, filter);
    return Sql.of(
            "select source, reason, count(*) as count from ingest.dead_letters "
                + matching.text()
                + "group by source, reason order by source, reason")
        .with(matching.values())
        .list(
            connection,
            row ->
                new DeadLetterCount(row.text("source"), row.text("reason"), row.number("count")));
  }

  Optional<DeadLetter> find(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.of(SELECT + "where tenant_id = ? and id = ?")
        .with(tenant, id)
        .first(connection, DeadLetterRepository::letter);
  }

  Optional<byte[]> original(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.of("select original from ingest.dead_letters where tenant_id = ? and id = ?")
        .with(tenant, id)
        .first(connection, row -> row.bytes("original"));
  }

  void markReplayed(Connection connection, TenantId tenant, List<UUID> ids, UUID upload)
      throws SQLException {
    Sql.of("update ingest.dead_letters set replayed_by = ? where tenant_id = ? and id = any (?)")
        .with(upload, tenant, connection.createArrayOf("uuid", ids.toArray()))
        .execute(connection);
  }

  /// How many letters the tenant has, and the bytes of their originals.
  Volume volume(Connection connection, TenantId tenant) throws SQLException {
    return Sql.of(
            """
            select count(*) as letters, coalesce(sum(length), 0) as bytes
            from ingest.dead_letters where tenant_id = ?""")
        .with(tenant)
        .one(connection, row -> new Volume(row.number("letters"), row.number("bytes")));
  }

  /// What a tenant has.
  record Volume(long letters, long bytes) {}

  /// Deletes some that are older; tells how many.
  int expire(Connection connection, Duration keptFor, int atMost) throws SQLException {
    return Sql.of(
            """
            delete from ingest.dead_letters where id in (
                select id from ingest.dead_letters
                where created_at < now() - make_interval(secs => ?) order by created_at limit ?)""")
        .with(keptFor.toMillis() / 1000.0, atMost)
        .execute(connection);
  }

  private static List<DeadLetter> list(Connection connection, Where where, int limit)
      throws SQLException {
    return Sql.of(SELECT + where.text() + "order by sequence limit ?")
        .with(where.values(limit))
        .list(connection, DeadLetterRepository::letter);
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
}
