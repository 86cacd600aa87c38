package io.tarn.service.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/// The names and shapes of all topics. The version stands in the name; fields are only added.
public final class Topics {
  public static final String EVENTS = "tarn.events.v1";
  public static final String TENANTS = "tarn.tenants.v1";
  public static final String EVENT_DATA_STORES = "tarn.event-data-stores.v1";
  public static final String ACCESS = "tarn.access.v1";
  public static final String SAVED_QUERIES = "tarn.saved-queries.v1";
  public static final String QUERY_RUNS = "tarn.query-runs.v1";
  public static final String CHANGE_VERDICTS = "tarn.change-verdicts.v1";

  /// The longest original event is 4 MiB; headers and framing come on top.
  public static final int LONGEST_EVENT_RECORD = 5 * 1024 * 1024;

  private static final Map<String, String> COMPACTED =
      Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
  private static final Map<String, String> LONG_RECORDS =
      Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(LONGEST_EVENT_RECORD));

  private Topics() {}

  /// The topics that a service makes at its start. Every service writes access records.
  public static List<NewTopic> ownedBy(String service) {
    var access = topic(ACCESS, 1, Map.of());
    return switch (service) {
      case "ingest-service" ->
          List.of(
              topic(EVENTS, 4, LONG_RECORDS),
              topic(QUERY_RUNS, 1, Map.of()),
              topic(CHANGE_VERDICTS, 1, Map.of()),
              access);
      case "catalog-service" ->
          List.of(
              topic(TENANTS, 1, COMPACTED),
              topic(EVENT_DATA_STORES, 1, COMPACTED),
              topic(SAVED_QUERIES, 1, Map.of()),
              access);
      case "query-service" -> List.of(topic(QUERY_RUNS, 1, Map.of()), access);
      case "scheduler-service" ->
          List.of(
              topic(QUERY_RUNS, 1, Map.of()),
              topic(CHANGE_VERDICTS, 1, Map.of()),
              topic(TENANTS, 1, COMPACTED),
              access);
      default -> List.of(access);
    };
  }

  /// Makes those of the topics that are missing; may be repeated.
  public static void ensure(String bootstrapServers, List<NewTopic> topics)
      throws InterruptedException, ExecutionException, TimeoutException {
    try (var admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      var results = admin.createTopics(topics).values();
      for (var result : results.values()) {
        try {
          result.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
          if (!(failure.getCause() instanceof TopicExistsException)) {
            throw failure;
          }
        }
      }
    }
  }

  /// Replication is the broker's default: one on a single machine, three in a cluster.
  private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
    return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
  }
}
