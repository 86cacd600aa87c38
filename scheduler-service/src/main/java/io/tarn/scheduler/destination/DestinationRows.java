package io.tarn.scheduler.destination;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Values;
import io.tarn.scheduler.destination.Destination.AssumedRole;
import io.tarn.scheduler.destination.Destination.Place;
import io.tarn.scheduler.destination.Destination.StaticKey;
import io.tarn.scheduler.destination.DestinationException.NameTaken;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of destinations, in transactions of the callers.
@ApplicationScoped
class DestinationRows {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String FIND = "select * from destinations where tenant_id = ? and id = ?";
  private static final String LIST =
      """
      select * from destinations where tenant_id = ? and (name, id) > (?, ?)
      order by name, id limit ?""";
  private static final String INSERT =
      """
      insert into destinations (name, bucket, prefix, endpoint, region, access_key_id,
        secret_access_key, role_arn, changed_at, tenant_id, id, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
  private static final String UPDATE =
      """
      update destinations set name = ?, bucket = ?, prefix = ?, endpoint = ?, region = ?,
        access_key_id = ?, secret_access_key = ?, role_arn = ?, changed_at = ?
      where tenant_id = ? and id = ?""";

  Optional<Destination> find(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return many(connection, FIND, tenant.value(), id).stream().findFirst();
  }

  /// The same, and nobody else changes it until the transaction ends.
  Optional<Destination> lock(Connection connection, TenantId tenant, UUID id) throws SQLException {
    return many(connection, FIND + " for update", tenant.value(), id).stream().findFirst();
  }

  List<Destination> list(Connection connection, TenantId tenant, String name, UUID id, int limit)
      throws SQLException {
    return many(connection, LIST, tenant.value(), name, id, limit);
  }

  /// The sealed secret; null where it has none.
  byte @Nullable [] secretOf(Connection connection, TenantId tenant, UUID id) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select secret_access_key from destinations where tenant_id = ? and id = ?")) {
      Values.bind(statement, tenant.value(), id);
      try (var found = statement.executeQuery()) {
        return found.next() ? found.getBytes(1) : null;
      }
    }
  }

  /// Lets nobody else add destinations of the tenant, and counts those that there are.
  int lockToAdd(Connection connection, TenantId tenant) throws SQLException {
    try (var lock =
            connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))");
        var count =
            connection.prepareStatement("select count(*) from destinations where tenant_id = ?")) {
      Values.bind(lock, "destinations." + tenant.value());
      lock.execute();
      Values.bind(count, tenant.value());
      try (var found = count.executeQuery()) {
        found.next();
        return found.getInt(1);
      }
    }
  }

  /// @throws NameTaken if another destination of the tenant has the name
  void insert(Connection connection, Destination destination, byte @Nullable [] secret)
      throws SQLException {
    var values = values(destination, secret);
    values.add(destination.createdAt());
    write(connection, INSERT, values);
  }

  /// @throws NameTaken if another destination of the tenant has the name
  void update(Connection connection, Destination destination, byte @Nullable [] secret)
      throws SQLException {
    write(connection, UPDATE, values(destination, secret));
  }

  boolean delete(Connection connection, TenantId tenant, UUID id) throws SQLException {
    try (var statement =
        connection.prepareStatement("delete from destinations where tenant_id = ? and id = ?")) {
      Values.bind(statement, tenant.value(), id);
      return statement.executeUpdate() == 1;
    }
  }

  private static List<@Nullable Object> values(Destination destination, byte @Nullable [] secret) {
    var place = destination.place();
    var access = destination.access();
    var values = new ArrayList<@Nullable Object>();
    values.add(destination.name());
    values.add(place.bucket());
    values.add(place.prefix());
    values.add(place.endpoint().toString());
    values.add(place.region());
    values.add(access instanceof StaticKey(var accessKeyId) ? accessKeyId : null);
    values.add(secret);
    values.add(access instanceof AssumedRole(var roleArn) ? roleArn : null);
    values.add(destination.changedAt());
    values.add(destination.tenant().value());
    values.add(destination.id());
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

  private static List<Destination> many(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      Values.bind(statement, values);
      try (var found = statement.executeQuery()) {
        var destinations = new ArrayList<Destination>();
        while (found.next()) {
          destinations.add(destinationOf(found));
        }
        return destinations;
      }
    }
  }

  private static Destination destinationOf(ResultSet row) throws SQLException {
    var role = row.getString("role_arn");
    return new Destination(
        new TenantId(row.getString("tenant_id")),
        row.getObject("id", UUID.class),
        row.getString("name"),
        new Place(
            row.getString("bucket"),
            row.getString("prefix"),
            URI.create(row.getString("endpoint")),
            row.getString("region")),
        role == null ? new StaticKey(row.getString("access_key_id")) : new AssumedRole(role),
        Values.time(row, "created_at"),
        Values.time(row, "changed_at"));
  }
}
