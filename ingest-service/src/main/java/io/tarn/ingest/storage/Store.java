package io.tarn.ingest.storage;

import io.tarn.common.schema.EventCategory;
import io.tarn.common.tenant.TenantId;
import java.util.UUID;

/// An event data store of a tenant, as it was provisioned.
public record Store(
    TenantId tenant, UUID id, String name, String arn, EventCategory category, boolean isDefault) {

  /// The event table with its schema; safe in statements, being made of hex digits.
  public String table() {
    return tenant.schema() + "." + tableName();
  }

  String tableName() {
    return "eds_" + id.toString().replace("-", "");
  }
}
