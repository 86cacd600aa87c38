package io.tarn.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.ingest.deadletter.DeadLetterCount;
import io.tarn.ingest.deadletter.DeadLetterFilter;
import io.tarn.ingest.deadletter.DeadLetterService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How much was rejected, and why.
@Path("/v1/tenants/{tenant}/dead-letters:count")
@RunOnVirtualThread
public class DeadLetterCountsResource {
  private final DeadLetterService letters;
  private final CurrentTenant tenant;

  DeadLetterCountsResource(DeadLetterService letters, CurrentTenant tenant) {
    this.letters = letters;
    this.tenant = tenant;
  }

  /// Counts by source and reason.
  ///
  /// @param items one entry for each source and reason
  public record DeadLetterCountsResponse(List<DeadLetterCount> items) {
    public DeadLetterCountsResponse {
      items = List.copyOf(items);
    }
  }

  /// Count dead letters by source and reason.
  ///
  /// @param reason only those of this reason
  /// @param source only those of this source, which is given whole
  /// @param upload only those of this upload
  @GET
  @RolesAllowed(Permission.DEAD_LETTER_READ)
  public DeadLetterCountsResponse count(
      @QueryParam("reason") @Nullable String reason,
      @QueryParam("source") @Nullable String source,
      @QueryParam("upload") @Nullable UUID upload) {
    var filter = new DeadLetterFilter(null, reason, source, upload);
    return new DeadLetterCountsResponse(letters.count(tenant.id(), filter));
  }
}
