package io.tarn.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.demo.trail.GroundTruth;
import io.tarn.local.edge.EdgeClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Approvals for most of what people changed from the console of a demo tenant, as its system for
/// change requests would tell them, and the rules of its automation. May be repeated.
final class ChangeSeeding {
  private static final Duration AROUND = Duration.ofMinutes(30);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Object> PIPELINE =
      Map.of(
          "kind", "automation",
          "name", "Deployments by the pipeline",
          "reason", "The pipeline deploys what was reviewed and merged.",
          "scope",
              Map.of(
                  "principals",
                  List.of(
                      Map.of(
                          "kind", "arn", "pattern", "arn:aws:sts::*:assumed-role/Deployment/*"))));

  private final EdgeClient approver;
  private final EdgeClient owner;
  private final String slug;
  private final Path truth;

  /// @param approver client of somebody who may feed approvals
  /// @param owner client of somebody who may write rules
  /// @param slug the tenant
  /// @param truth folder with the tenant's ground truth
  ChangeSeeding(EdgeClient approver, EdgeClient owner, String slug, Path truth) {
    this.approver = approver;
    this.owner = owner;
    this.slug = slug;
    this.truth = truth;
  }

  /// What one person changed in one account on one day.
  private record Work(String person, String account, List<JsonNode> changes) {
    Instant start() {
      return time(changes.getFirst()).minus(AROUND);
    }

    Instant end() {
      return time(changes.getLast()).plus(AROUND);
    }

    List<String> services() {
      return changes.stream()
          .map(change -> change.path("service").asText().replace(".amazonaws.com", ""))
          .distinct()
          .sorted()
          .toList();
    }

    private static Instant time(JsonNode change) {
      return Instant.parse(change.path("time").asText());
    }
  }

  void seed() throws IOException, InterruptedException {
    var rules = "/v1/tenants/%s/change-rules".formatted(slug);
    var isThere =
        owner.list(rules).stream()
            .anyMatch(rule -> rule.path("name").asText().equals(PIPELINE.get("name")));
    if (!isThere) {
      owner.post(rules, PIPELINE);
    }
    int number = 0;
    for (var work : works().values()) {
      number++;
      approve(work, number);
    }
  }

  private Map<String, Work> works() throws IOException {
    var works = new TreeMap<String, Work>();
    for (var line : Files.readAllLines(truth.resolve(GroundTruth.CONSOLE_CHANGES))) {
      var change = JSON.readTree(line);
      var arn = change.path("who").asText();
      var account = change.path("account").asText();
      var day = change.path("time").asText().substring(0, "2026-01-01".length());
      var person = arn.substring(arn.lastIndexOf('/') + 1);
      works
          .computeIfAbsent(
              day + person + account, _ -> new Work(person, account, new ArrayList<>()))
          .changes()
          .add(change);
    }
    works
        .values()
        .forEach(work -> work.changes().sort((a, b) -> Work.time(a).compareTo(Work.time(b))));
    return works;
  }

  /// Of twenty pieces of work twelve are approved before, two afterwards, one is an emergency, one
  /// was rejected, and nobody asked for the rest.
  private void approve(Work work, int number) throws IOException, InterruptedException {
    var before = work.start().minus(Duration.ofHours(20));
    switch (number % 20) {
      case 13, 14 -> put(work, number, "approved", work.end().plus(Duration.ofMinutes(20)), false);
      case 15 -> put(work, number, "approved", work.start(), true);
      case 16 -> put(work, number, "rejected", before, false);
      case 17, 18, 19, 0 -> {}
      default -> put(work, number, "approved", before, false);
    }
  }

  private void put(Work work, int number, String state, Instant changedAt, boolean isEmergency)
      throws IOException, InterruptedException {
    approver.put(
        "/v1/tenants/%s/approvals/servicenow/CHG%07d".formatted(slug, 30_000 + number),
        Map.of(
            "version", 1,
            "state", state,
            "title",
                "Change of %s in %s".formatted(String.join(", ", work.services()), work.account()),
            "requester", work.person(),
            "approvers", List.of("change-board"),
            "window", Map.of("start", work.start().toString(), "end", work.end().toString()),
            "scope",
                Map.of(
                    "accounts", List.of(work.account()),
                    "services", work.services(),
                    "principals",
                        List.of(Map.of("kind", "session-name", "pattern", work.person()))),
            "emergency", isEmergency,
            "changedAt", changedAt.toString()));
  }
}
