package io.tarn.scheduler.approval;

import io.tarn.common.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One version of an approval. (tenant, system, id) names the approval, and the version tells what
/// is newer; a version never changes.
///
/// @param system the system that it comes from: `servicenow`
/// @param id its name there: `CHG0031`
/// @param version grows with each change in that system
/// @param title what people call it; null if it has no title
/// @param requester who asked for it; null if nobody says
/// @param approvers who approved or rejected it
/// @param windowStart from when changes may be made under it (inclusive)
/// @param windowEnd until when (exclusive)
/// @param scope which changes
/// @param isEmergency whether the work went ahead before its review
/// @param changedAt since when this version is true, as the system says
/// @param receivedAt when Tarn learnt of it
/// @param link where people read it; null if it has no address
public record Approval(
    TenantId tenant,
    String system,
    String id,
    long version,
    ApprovalState state,
    @Nullable String title,
    @Nullable String requester,
    List<String> approvers,
    Instant windowStart,
    Instant windowEnd,
    ApprovalScope scope,
    boolean isEmergency,
    Instant changedAt,
    Instant receivedAt,
    @Nullable String link) {
  public Approval {
    approvers = List.copyOf(approvers);
  }
}
