package io.tarn.demo.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// An approval as a system for change requests tells it, version by version.
///
/// @param id its name in that system: `CHG0030001`
public record DemoApproval(String id, String title, String requester, List<Version> versions) {
  public DemoApproval {
    versions = List.copyOf(versions);
  }

  /// One version.
  ///
  /// @param number grows with each change
  /// @param changedAt since when it is true
  /// @param scope lists by name, as the API takes them
  public record Version(
      int number,
      String state,
      Instant changedAt,
      Instant start,
      Instant end,
      Map<String, Object> scope,
      boolean isEmergency) {}

  /// The body by which a version is sent to the API.
  public Map<String, Object> body(Version version) {
    return Map.of(
        "version", version.number(),
        "state", version.state(),
        "title", title,
        "requester", requester,
        "approvers", version.state().equals("requested") ? List.of() : List.of("change-board"),
        "window", Map.of("start", version.start().toString(), "end", version.end().toString()),
        "scope", version.scope(),
        "emergency", version.isEmergency(),
        "changedAt", version.changedAt().toString());
  }
}
