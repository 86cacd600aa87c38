package io.tarn.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.ingest.storage.FieldFault;
import io.tarn.ingest.storage.FieldFaults;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/// Fields of an event data store's events that did not fit their columns.
@Path("/v1/tenants/{tenant}/event-data-stores/{id}/mapping-faults")
@RunOnVirtualThread
public class MappingFaultsResource {
  private final FieldFaults faults;
  private final CurrentTenant tenant;

  MappingFaultsResource(FieldFaults faults, CurrentTenant tenant) {
    this.faults = faults;
    this.tenant = tenant;
  }

  /// List mapping faults. They are the fields whose values did not fit their columns, by name, with
  /// the number of stored events. Such a value is NULL in its column and stands in eventJson. The
  /// listing has at most as many entries as the store has fields, and so one page.
  ///
  /// @param id the event data store: its id, name, ARN or `default`
  @GET
  @RolesAllowed(Permission.STORE_READ)
  public Page<FieldFault> list(@PathParam("id") String id) {
    return new Page<>(faults.of(tenant.id(), id), null);
  }
}
