package io.tarn.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.ingest.deadletter.DeadLetterFilter;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Dead letters with their bytes, for other tools.
@Path("/v1/tenants/{tenant}/dead-letters:export")
@RunOnVirtualThread
public class DeadLetterExportResource {
  private final DeadLetterExport export;
  private final CurrentTenant tenant;

  DeadLetterExportResource(DeadLetterExport export, CurrentTenant tenant) {
    this.export = export;
    this.tenant = tenant;
  }

  /// Export dead letters. Each is one JSON object on a line of its own, with the original's bytes
  /// in base64.
  ///
  /// @param reason only those of this reason
  /// @param source only those of this source, which is given whole
  /// @param upload only those of this upload
  @GET
  @Produces("application/x-ndjson")
  @RolesAllowed(Permission.DEAD_LETTER_READ)
  public StreamingOutput export(
      @QueryParam("reason") @Nullable String reason,
      @QueryParam("source") @Nullable String source,
      @QueryParam("upload") @Nullable UUID upload) {
    var filter = new DeadLetterFilter(null, reason, source, upload);
    var owner = tenant.id();
    return out -> export.write(owner, filter, out);
  }
}
