package io.tarn.scheduler.approval.adapter;

import com.fasterxml.jackson.databind.JsonNode;

/// Reads what a kind of system sends. Pure: the same delivery always tells the same.
sealed interface PayloadMapping permits ServiceNowMapping, JiraMapping, GithubMapping, TeamMapping {
  /// @throws PayloadException where something is missing, or cannot be read
  Mapped map(JsonNode payload, DeliveryHeaders headers, AdapterSettings settings);

  static PayloadMapping of(AdapterKind kind) {
    return switch (kind) {
      case SERVICENOW -> new ServiceNowMapping();
      case JIRA -> new JiraMapping();
      case GITHUB -> new GithubMapping();
      case TEAM -> new TeamMapping();
    };
  }
}
