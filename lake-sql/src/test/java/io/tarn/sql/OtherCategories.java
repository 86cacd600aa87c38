package io.tarn.sql;

import io.tarn.common.postgres.TenantFixture;
import io.tarn.common.schema.EventCategory;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// A store of each category but CloudTrail's own, with an event that has everything and one that
/// has next to nothing.
final class OtherCategories {
  private static final byte[] SECOND_KEY_FIRST = {1, 0};

  private OtherCategories() {}

  static List<EventDataStore> fill(TenantFixture tenant) throws SQLException {
    return List.of(
        fill(tenant, "insight", EventCategory.INSIGHT, insight()),
        fill(tenant, "config", EventCategory.CONFIGURATION_ITEM, item()),
        fill(tenant, "evidence", EventCategory.EVIDENCE, evidence()),
        fill(tenant, "activity", EventCategory.ACTIVITY_AUDIT_LOG, activity()));
  }

  private static EventDataStore fill(
      TenantFixture tenant, String name, EventCategory category, Map<String, ?> columns)
      throws SQLException {
    var id = tenant.store(name, category, false);
    tenant.event(id, "2024-02-01 10:00:00", name + "-1", columns);
    tenant.event(id, "2024-02-01 11:00:00", name + "-2", Map.of());
    return new EventDataStore(id, name, "arn:" + name, category, false);
  }

  private static Map<String, ?> insight() {
    return Map.ofEntries(
        Map.entry("event_version", "1.08"),
        Map.entry("insight_state", "Start"),
        Map.entry("insight_event_source", "autoscaling.amazonaws.com"),
        Map.entry("insight_type", "ApiCallRateInsight"),
        Map.entry("struct_presence", 0b0111),
        Map.entry("insight_context_baseline_average", 0.0000882145),
        Map.entry("insight_context_insight_average", 664.0),
        Map.entry("insight_context_baseline_duration", 11336),
        Map.entry("insight_context_insight_duration", 5),
        Map.entry("insight_context_attributions_attribute", "userIdentityArn"),
        Map.entry("insight_context_attributions_insight_value", "flat"),
        Map.entry("insight_context_attributions_insight__value", "arn:1"),
        Map.entry("insight_context_attributions_insight__average", 0.2),
        Map.entry("addendum", "{\"reason\":\"UPDATED_DATA\",\"updatedFields\":\"x\"}"));
  }

  private static Map<String, ?> item() {
    return Map.of(
        "struct_presence", 0b11,
        "event_data_resource_type", "AWS::EC2::Instance",
        "event_data_resource_id", "i-1",
        "event_data_account_id", "111122223333",
        "event_data_configuration", "{\"instanceType\":\"t3.micro\",\"tags\":\"[]\"}",
        "event_data_configuration_order", SECOND_KEY_FIRST,
        "event_data_relationships_name", "Is contained in Vpc",
        "event_data_tags", "{\"Name\":\"web\"}",
        "event_json", "{\"eventData\":{\"resourceId\":\"i-1\"}}");
  }

  private static Map<String, ?> evidence() {
    return Map.of(
        "struct_presence", 1,
        "event_data_control_name", "MFA for root",
        "event_data_time", "2024-01-31 23:59:59.5",
        "event_data_compliance_check", "FAILED",
        "event_data_attributes", "{\"mfa\":\"false\"}");
  }

  private static Map<String, ?> activity() {
    return Map.ofEntries(
        Map.entry("struct_presence", 0b1110),
        Map.entry("metadata_ingestion_time", "2024-02-01 10:00:05"),
        Map.entry("metadata_channel_arn", "arn:channel"),
        Map.entry("event_data_event_source", "github.audit.streaming"),
        Map.entry("event_data_event_name", "git.clone"),
        Map.entry("event_data_event_time", "2024-02-01T10:00:00"),
        Map.entry("event_data_uid", "u-1"),
        Map.entry("event_data_error_message", "no such branch"),
        Map.entry("event_data_user_identity_type", "fluentbit"),
        Map.entry("event_data_user_identity_principal_id", "octocat"),
        Map.entry(
            "event_data_user_identity_details",
            "{\"Repository\":\"r\",\"GitHubOrganization\":\"o\"}"),
        Map.entry("event_data_request_parameters", "{\"user\":\"u\",\"visibility\":\"public\"}"));
  }
}
