package io.tarn.scheduler.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import io.tarn.scheduler.notification.ChannelException.NameTaken;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of notification channels, in transactions of the callers.
@ApplicationScoped
class ChannelRows {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String FIND =
      "select * from notification_channels where tenant_id = ? and id = ?";
  private static final String KNOWN =
      "select id from notification_channels where tenant_id = ? and id = any(?)";
  private static final String LIST =
      """
      select * from notification_channels where tenant_id = ? and (name, id) > (?, ?)
      order by name, id limit ?""";
  private static final String INSERT =
      """
      insert into notification_channels (name, kind, addresses, shown_url, sealed, changed_at,
        tenant_id, id, created_at)
      values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)""";
  private static final String UPDATE =
      """
      update notification_channels
      set name = ?, kind = ?, addresses = ?::jsonb, shown_url = ?, sealed = ?, changed_at = ?
      where tenant_id = ? and id = ?""";

  private final ObjectMapper json;

  ChannelRows(ObjectMapper json) {
    this.json = json;
  }

  /// A channel with what is sealed of it.
  ///
  /// @param secret null for e-mail
  // Nobody compares two of them.
  @SuppressWarnings("ArrayRecordComponent")
  record Sealed(NotificationChannel channel, byte @Nullable [] secret) {}

  Optional<Sealed> find(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return many(connection, FIND, tenant.value(), id).stream().findFirst();
  }

  /// The same, and nobody else changes it until the transaction ends.
  Optional<Sealed> lock(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return many(connection, FIND + " for update", tenant.value(), id).stream().findFirst();
  }

  List<NotificationChannel> list(
      Connection connection, TenantId tenant, String name, UUID id, int limit) throws SQLException {
    return many(connection, LIST, tenant.value(), name, id, limit).stream()
        .map(Sealed::channel)
        .toList();
  }

  /// Those of the ids that are channels of the tenant.
  Set<UUID> known(Connection connection, TenantId tenant, Set<UUID> ids) throws SQLException {
    try (var statement = connection.prepareStatement(KNOWN)) {
      statement.setString(1, tenant.value());
      statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
      try (var found = statement.executeQuery()) {
        var known = new HashSet<UUID>();
        while (found.next()) {
          known.add(found.getObject(1, UUID.class));
        }
        return known;
      }
    }
  }

  /// Lets nobody else add channels of the tenant, and counts those that there are.
  int lockToAdd(Connection connection, TenantId tenant) throws SQLException {
    try (var lock =
            connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))");
        var count =
            connection.prepareStatement(
                "select count(*) from notification_channels where tenant_id = ?")) {
      Values.bind(lock, "notification-channels." + tenant.value());
      lock.execute();
      Values.bind(count, tenant.value());
      try (var found = count.executeQuery()) {
        found.next();
        return found.getInt(1);
      }
    }
  }

  /// @throws NameTaken if another channel of the tenant has the name
  void insert(Connection connection, NotificationChannel channel, byte @Nullable [] secret)
      throws SQLException {
    var values = values(channel, secret);
    values.add(channel.createdAt());
    write(connection, INSERT, values);
  }

  /// @throws NameTaken if another channel of the tenant has the name
  void update(Connection connection, NotificationChannel channel, byte @Nullable [] secret)
      throws SQLException {
    write(connection, UPDATE, values(channel, secret));
  }

  boolean delete(Connection connection, TenantId tenant, UUID id) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "delete from notification_channels where tenant_id = ? and id = ?")) {
      Values.bind(statement, tenant.value(), id);
      return statement.executeUpdate() == 1;
    }
  }

  private List<@Nullable Object> values(NotificationChannel channel, byte @Nullable [] secret) {
    var values = new ArrayList<@Nullable Object>();
    values.add(channel.name());
    values.add(channel.kind().wireName());
    values.add(Values.json(json, channel.addresses()));
    values.add(channel.shownUrl());
    values.add(secret);
    values.add(channel.changedAt());
    values.add(channel.tenant().value());
    values.add(channel.id());
    return values;
  }

  private static void write(Connection connection, String sql, List<@Nullable Object> values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      statement.executeUpdate();
    } catch (SQLException failure) {
      if (UNIQUE_VIOLATION.equals(failure.getSQLState())) {
        throw new NameTaken();
      }
      throw failure;
    }
  }

  private List<Sealed> many(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      try (var found = statement.executeQuery()) {
        var channels = new ArrayList<Sealed>();
        while (found.next()) {
          channels.add(new Sealed(channelOf(found), found.getBytes("sealed")));
        }
        return channels;
      }
    }
  }

  private NotificationChannel channelOf(ResultSet row) throws SQLException {
    return new NotificationChannel(
        new TenantId(row.getString("tenant_id")),
        row.getObject("id", UUID.class),
        row.getString("name"),
        ChannelKind.of(row.getString("kind")),
        List.of(Objects.requireNonNull(Values.read(json, row, "addresses", String[].class))),
        row.getString("shown_url"),
        Values.time(row, "created_at"),
        Values.time(row, "changed_at"));
  }
}
