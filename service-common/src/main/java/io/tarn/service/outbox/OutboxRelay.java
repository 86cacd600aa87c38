package io.tarn.service.outbox;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tarn.service.config.ServiceConfig;
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

/// Publishes the outbox in the order of its rows, at least once. Rows leave when Kafka has
/// acknowledged them. One relay of a service works at a time, by a lock of its database session;
/// so order holds with several replicas, and no transaction is open while Kafka is waited for.
///
/// What is committed is published, whatever other transactions are still open. Rows of one key
/// keep their order where their writers exclude each other, that is, change the row that a record
/// tells of before they append it: then the second appends after the first has committed.
@ApplicationScoped
class OutboxRelay {
  private static final String TRY_LOCK = "select pg_try_advisory_lock(hashtextextended(?, 0))";
  private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended(?, 0))";

  private final DataSource database;
  private final OutboxProducer producer;
  private final String lockName;
  private final String select;
  private final String delete;
  private final int batch;

  private record Row(long sequence, UUID id, String topic, String key, @Nullable String payload) {}

  OutboxRelay(
      DataSource database, OutboxProducer producer, ServiceConfig service, OutboxConfig config) {
    this.batch = config.batch();
    this.database = database;
    this.producer = producer;
    this.lockName = service.schema() + ".outbox";
    this.select =
        """
        select sequence, id, topic, key, payload from %s.outbox
        order by sequence limit %d"""
            .formatted(service.schema(), batch);
    this.delete = "delete from %s.outbox where sequence = any (?)".formatted(service.schema());
  }

  @Scheduled(
      every = "{tarn.outbox.every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "outbox-relay")
  void relay() {
    try (var connection = database.getConnection()) {
      if (call(connection, TRY_LOCK)) {
        try {
          relayAll(connection);
        } finally {
          call(connection, UNLOCK);
        }
      }
    } catch (SQLException | ExecutionException failure) {
      Log.warnf("the outbox cannot be published now: %s", failure.toString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void relayAll(Connection connection)
      throws SQLException, ExecutionException, InterruptedException {
    List<Row> rows;
    do {
      rows = next(connection);
      publish(rows);
      remove(connection, rows);
    } while (rows.size() == batch);
  }

  private boolean call(Connection connection, String function) throws SQLException {
    try (var statement = connection.prepareStatement(function)) {
      statement.setString(1, lockName);
      try (var answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
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
