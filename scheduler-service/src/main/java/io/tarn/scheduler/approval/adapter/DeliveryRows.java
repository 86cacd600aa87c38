package io.tarn.scheduler.approval.adapter;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.approval.adapter.AdapterDelivery.Outcome;
import io.tarn.scheduler.data.Values;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The rows of the log of deliveries, in transactions of the callers.
@ApplicationScoped
class DeliveryRows {
  private static final String INSERT =
      """
      insert into approval_deliveries (tenant_id, id, adapter_id, outcome, reason, system,
        approval_id, version, received_at)
      select ?, ?, ?, ?, ?, ?, ?, ?, ?
      where (select count(*) from (select from approval_deliveries
        where tenant_id = ? and adapter_id = ? and outcome = 'rejected' and received_at > ?
        limit ?) as recent) < ?""";
  private static final String LIST =
      """
      select * from approval_deliveries where tenant_id = ? and adapter_id = ? and id < ?
      order by id desc limit ?""";

  /// Adds a line, where the adapter has fewer rejected ones than so many since then: whoever sends
  /// rubbish cannot fill the log.
  void insert(Connection connection, AdapterDelivery delivery, Instant since, int most)
      throws SQLException {
    try (var statement = connection.prepareStatement(INSERT)) {
      Values.bind(
          statement,
          delivery.tenant().value(),
          delivery.id(),
          delivery.adapter(),
          delivery.outcome().wireName(),
          delivery.reason(),
          delivery.system(),
          delivery.approval(),
          delivery.version(),
          delivery.receivedAt(),
          delivery.tenant().value(),
          delivery.adapter(),
          since,
          most,
          most);
      statement.executeUpdate();
    }
  }

  List<AdapterDelivery> list(
      Connection connection, TenantId tenant, UUID adapter, UUID before, int limit)
      throws SQLException {
    try (var statement = connection.prepareStatement(LIST)) {
      Values.bind(statement, tenant.value(), adapter, before, limit);
      try (var found = statement.executeQuery()) {
        var deliveries = new ArrayList<AdapterDelivery>();
        while (found.next()) {
          deliveries.add(deliveryOf(found));
        }
        return deliveries;
      }
    }
  }

  void remove(Connection connection, Instant before) throws SQLException {
    try (var statement =
        connection.prepareStatement("delete from approval_deliveries where received_at < ?")) {
      Values.bind(statement, before);
      statement.executeUpdate();
    }
  }

  private static AdapterDelivery deliveryOf(ResultSet row) throws SQLException {
    return new AdapterDelivery(
        new TenantId(row.getString("tenant_id")),
        row.getObject("id", UUID.class),
        row.getObject("adapter_id", UUID.class),
        Outcome.of(row.getString("outcome")),
        row.getString("reason"),
        row.getString("system"),
        row.getString("approval_id"),
        row.getObject("version", Long.class),
        Values.time(row, "received_at"));
  }
}
