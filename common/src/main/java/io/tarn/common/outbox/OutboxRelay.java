package io.tarn.common.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.common.config.ServiceConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Publishes the outbox in the order of its rows, at least once. Rows are locked while they are
/// sent and leave when Kafka has acknowledged them; a second relay waits at the first locked row,
/// so order holds with several replicas as well.
@ApplicationScoped
@IfBuildProperty(name = "tarn.gate.enabled", stringValue = "true", enableIfMissing = true)
class OutboxRelay {
  private final DataSource database;
  private final OutboxProducer producer;
  private final String select;
  private final String delete;
  private final int batch;

  private record Row(long sequence, UUID id, String topic, String key, @Nullable String payload) {}

  OutboxRelay(
      DataSource database, OutboxProducer producer, ServiceConfig service, OutboxConfig config) {
    this.batch = config.batch();
    this.database = database;
    this.producer = producer;
    this.select =
        """
        select sequence, id, topic, key, payload from %s.outbox
        where transaction_id < pg_snapshot_xmin(pg_current_snapshot())
        order by sequence limit %d for update"""
            .formatted(service.schema(), batch);
    this.delete = "delete from %s.outbox where sequence = any (?)".formatted(service.schema());
  }

  @Scheduled(
      every = "{tarn.outbox.every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "outbox-relay")
  void relay() {
    try {
      while (relayBatch() == batch) {
        Log.debug("the outbox has more");
      }
    } catch (SQLException | ExecutionException failure) {
      Log.warnf("the outbox cannot be published now: %s", failure.toString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private int relayBatch() throws SQLException, ExecutionException, InterruptedException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var rows = next(connection);
        publish(rows);
        remove(connection, rows);
        connection.commit();
        return rows.size();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private List<Row> next(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(select);
        var found = statement.executeQuery()) {
      var rows = new ArrayList<Row>();
      while (found.next()) {
        rows.add(rowOf(found));
      }
      return rows;
    }
  }

  private static Row rowOf(ResultSet found) throws SQLException {
    return new Row(
        found.getLong("sequence"),
        found.getObject("id", UUID.class),
        found.getString("topic"),
        found.getString("key"),
        found.getString("payload"));
  }

  private void publish(List<Row> rows) throws ExecutionException, InterruptedException {
    var records = new ArrayList<ProducerRecord<String, byte[]>>();
    for (var row : rows) {
      var payload = row.payload();
      var value = payload == null ? null : payload.getBytes(StandardCharsets.UTF_8);
      var message = new ProducerRecord<>(row.topic(), row.key(), value);
      message.headers().add("id", row.id().toString().getBytes(StandardCharsets.US_ASCII));
      records.add(message);
    }
    producer.sendAll(records);
  }

  private void remove(Connection connection, List<Row> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    var sequences = rows.stream().map(Row::sequence).toArray();
    try (var statement = connection.prepareStatement(delete)) {
      statement.setArray(1, connection.createArrayOf("bigint", sequences));
      statement.executeUpdate();
    }
  }
}
