package io.tarn.ingest.writing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Asks Kafka for the ids of topics.
@ApplicationScoped
class TopicIds {
  private final Map<String, Object> settings;

  TopicIds(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
  }

  String of(String topic) throws ExecutionException {
    try (var admin = Admin.create(settings)) {
      var description = admin.describeTopics(List.of(topic)).topicNameValues().get(topic);
      return Objects.requireNonNull(description).get().topicId().toString();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ExecutionException(interrupted);
    }
  }
}
