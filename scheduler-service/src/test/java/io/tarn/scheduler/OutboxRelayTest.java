package io.tarn.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.service.kafka.Topics;
import io.tarn.service.outbox.Outbox;
import io.tarn.testing.EmbeddedPartsResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// What one service has to tell does not wait for what others do in the database.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_scheduler"))
@QuarkusTestResource(TestGrantsResource.class)
class OutboxRelayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject Outbox outbox;
  @Inject DataSource database;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private final String key = UUID.randomUUID().toString();

  @Test
  void goesOnWhileAWritingTransactionIsOpenElsewhere() throws SQLException {
    try (var elsewhere = database.getConnection()) {
      // given
      elsewhere.setAutoCommit(false);
      run(
          elsewhere,
          """
          insert into scheduler.outbox (id, topic, key, payload)
          values (gen_random_uuid(), 'tarn.access.v1', 'elsewhere', '0')""");

      // when
      outbox.append(Topics.ACCESS, key, Map.of("n", 1));

      // then
      assertThat(published(1)).containsExactly("{\"n\": 1}");
      elsewhere.rollback();
    }
  }

  @Test
  void keepsTheOrderOfAKey() {
    // when
    IntStream.range(0, 1200).forEach(n -> outbox.append(Topics.ACCESS, key, n));

    // then
    assertThat(published(1200))
        .containsExactlyElementsOf(IntStream.range(0, 1200).mapToObj(String::valueOf).toList());
  }

  @Test
  void leavesTheOutboxToTheReplicaThatHasIt() throws SQLException {
    try (var replica = database.getConnection()) {
      // given
      await().atMost(PATIENCE).until(() -> isTrue(replica, "pg_try_advisory_lock"));
      try {
        // when
        outbox.append(Topics.ACCESS, key, "waits");

        // then
        await()
            .during(Duration.ofSeconds(3))
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(waiting()).isEqualTo(1));
      } finally {
        isTrue(replica, "pg_advisory_unlock");
      }
    }
    assertThat(published(1)).containsExactly("\"waits\"");
  }

  private int waiting() throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement("select count(*) from scheduler.outbox where key = ?")) {
      statement.setString(1, key);
      try (var found = statement.executeQuery()) {
        found.next();
        return found.getInt(1);
      }
    }
  }

  private List<String> published(int count) {
    var found = new ArrayList<String>();
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers",
            bootstrapServers,
            "group.id",
            key,
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(Topics.ACCESS));
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(300))
                    .forEach(
                        message -> {
                          if (key.equals(message.key())) {
                            found.add(message.value());
                          }
                        });
                return found.size() >= count;
              });
    }
    return found;
  }

  private static boolean isTrue(Connection connection, String function) throws SQLException {
    try (var statement =
            connection.prepareStatement(
                "select " + function + "(hashtextextended('scheduler.outbox', 0))");
        var answer = statement.executeQuery()) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
