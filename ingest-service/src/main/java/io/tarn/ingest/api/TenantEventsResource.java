package io.tarn.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/// Events of a tenant, each into the store of its kind.
@Path("/v1/tenants/{tenant}/events")
@RunOnVirtualThread
public class TenantEventsResource {
  private final EventsIntake intake;

  TenantEventsResource(EventsIntake intake) {
    this.intake = intake;
  }

  /// Put events of all kinds. As putting events into a store, but each goes to the tenant's store
  /// of its kind: CloudTrail's events to the default store, others to the oldest store of their
  /// category. An event without such a store is rejected.
  ///
  /// @param name what the file is called, in the ledger of the upload and in dead letters
  /// @param dryRun whether nothing is sent or stored, and the answer only says what would become of
  ///     the file
  @POST
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Permission.EVENT_PUT)
  public PutEventsResponse put(
      @QueryParam("name") @DefaultValue(EventsIntake.NAME) @FileName String name,
      @QueryParam("dryRun") @DefaultValue("false") @BooleanParameter String dryRun,
      InputStream body) {
    return intake.take(null, name, Boolean.parseBoolean(dryRun), body);
  }
}
