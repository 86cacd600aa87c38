package io.tarn.ingest.deadletter;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
    return Sql.query(
        connection,
        "select source, reason, count(*) from ingest.dead_letters "
            + matching.text()
            + "group by source, reason order by source, reason",
        row -> new DeadLetterCount(row.getString(1), row.getString(2), row.getLong(3)),
        matching.values());
  }

  Optional<DeadLetter> find(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.query(
            connection,
            SELECT + "where tenant_id = ? and id = ?",
            DeadLetterRepository::letter,
            tenant.value(),
            id)
        .stream()
        .findFirst();
  }

  Optional<byte[]> original(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return Sql.query(
            connection,
            "select original from ingest.dead_letters where tenant_id = ? and id = ?",
            row -> row.getBytes(1),
            tenant.value(),
            id)
        .stream()
        .findFirst();
  }

  void markReplayed(Connection connection, TenantId tenant, List<UUID> ids, UUID upload)
      throws SQLException {
    Sql.execute(
        connection,
        "update ingest.dead_letters set replayed_by = ? where tenant_id = ? and id = any (?)",
        upload,
        tenant.value(),
        connection.createArrayOf("uuid", ids.toArray()));
  }

  /// How many letters the tenant has, and the bytes of their originals.
  Volume volume(Connection connection, TenantId tenant) throws SQLException {
    return Sql.query(
            connection,
            """
            select count(*) as letters, coalesce(sum(length), 0) as bytes
            from ingest.dead_letters where tenant_id = ?""",
            row -> new Volume(row.getLong("letters"), row.getLong("bytes")),
            tenant.value())
        .getFirst();
  }

  /// What a tenant has.
  record Volume(long letters, long bytes) {}

  /// Deletes some that are older; tells how many.
  int expire(Connection connection, Duration keptFor, int atMost) throws SQLException {
    return Sql.execute(
        connection,
        """
        delete from ingest.dead_letters where id in (
            select id from ingest.dead_letters
            where created_at < now() - make_interval(secs => ?) order by created_at limit ?)\
        """,
        keptFor.toMillis() / 1000.0,
        atMost);
  }

  private static List<DeadLetter> list(Connection connection, Where where, int limit)
      throws SQLException {
    return Sql.query(
        connection,
        SELECT + where.text() + "order by sequence limit ?",
        DeadLetterRepository::letter,
        where.values(limit));
  }

  private static Where matching(TenantId tenant, DeadLetterFilter filter) {
    return Where.of("tenant_id = ?", tenant.value())
        .and("id = ?", filter.id())
        .and("reason = ?", filter.reason())
        .and("source = ?", filter.source())
        .and("upload_id = ?", filter.upload());
  }

  private static DeadLetter letter(ResultSet row) throws SQLException {
    return new DeadLetter(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getObject(8, UUID.class),
        row.getLong(9),
        row.getObject(10, LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getObject(11, UUID.class),
        row.getLong(12));
  }
}
