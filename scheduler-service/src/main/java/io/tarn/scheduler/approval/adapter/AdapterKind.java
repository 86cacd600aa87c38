package io.tarn.scheduler.approval.adapter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/// From which system's webhooks an adapter takes approvals.
public enum AdapterKind {
  /// Change requests of ServiceNow.
  SERVICENOW("servicenow"),
  /// Issues of Jira Service Management.
  JIRA("jira"),
  /// Merged pull requests of GitHub.
  GITHUB("github"),
  /// Requests of TEAM, temporary elevated access for IAM Identity Center.
  TEAM("team");

  private final String wireName;

  AdapterKind(String wireName) {
    this.wireName = wireName;
  }

  /// The name in requests, answers and the database.
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /// @throws java.util.NoSuchElementException if there is no such kind
  public static AdapterKind of(String wireName) {
    return Arrays.stream(values())
        .filter(known -> known.wireName.equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
