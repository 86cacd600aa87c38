package io.tarn.scheduler;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.common.gate.CurrentTenant;
import io.tarn.common.gate.Permission;
import io.tarn.common.gate.RecordedOncePer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;

/// Endpoints of the tests, by which the gate is tried.
@Path("/v1/tenants/{tenant}/probes")
@RunOnVirtualThread
public class ProbeResource {
  private final CurrentTenant tenant;

  ProbeResource(CurrentTenant tenant) {
    this.tenant = tenant;
  }

  public record Probe(@NotBlank String name) {}

  @GET
  @RolesAllowed(Permission.QUERY_READ)
  public Map<String, String> read() {
    return Map.of("tenant", tenant.id().value(), "actor", tenant.actor().subject());
  }

  @GET
  @Path("{probe}")
  @RolesAllowed(Permission.QUERY_READ)
  @RecordedOncePer("probe")
  public Map<String, String> poll(@PathParam("probe") String probe) {
    return Map.of("probe", probe);
  }

  @POST
  @RolesAllowed(Permission.QUERY_RUN)
  public Map<String, String> write(@Valid @NotNull Probe probe) {
    if ("explode".equals(probe.name())) {
      throw new IllegalStateException("secret words of the inside");
    }
    return Map.of("name", probe.name());
  }

  @GET
  @Path("forgotten")
  public String forgotten() {
    return "nobody said who may read this";
  }
}
