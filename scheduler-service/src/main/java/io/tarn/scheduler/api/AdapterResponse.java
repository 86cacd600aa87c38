package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.approval.adapter.AdapterKind;
import io.tarn.scheduler.approval.adapter.ApprovalAdapter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An adapter as its tenant sees it.
///
/// @param id the id of the adapter
/// @param name what people call it
/// @param kind whose webhooks it takes: servicenow, jira, github or team
/// @param settings how it reads them
/// @param path where they are sent to, below the address of Tarn
/// @param secret what they are signed with: shown once, in the answer that made it
/// @param version grows with each change
/// @param createdAt when it was made
/// @param changedAt when it was changed last
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdapterResponse(
    UUID id,
    String name,
    AdapterKind kind,
    AdapterSettingsDocument settings,
    String path,
    @Nullable String secret,
    int version,
    Instant createdAt,
    Instant changedAt) {
  static AdapterResponse of(ApprovalAdapter adapter) {
    return of(adapter, null);
  }

  static AdapterResponse of(ApprovalAdapter adapter, @Nullable String secret) {
    return new AdapterResponse(
        adapter.id(),
        adapter.name(),
        adapter.kind(),
        AdapterSettingsDocument.of(adapter.settings()),
        "/v1/tenants/%s/approval-adapters/%s/deliveries".formatted(adapter.tenant(), adapter.id()),
        secret,
        adapter.version(),
        adapter.createdAt(),
        adapter.changedAt());
  }

  @Override
  public String toString() {
    return "AdapterResponse[" + id + "]";
  }
}
