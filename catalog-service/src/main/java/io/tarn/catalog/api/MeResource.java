package io.tarn.catalog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.membership.PersonTenants;
import io.tarn.catalog.membership.PersonTenants.PersonTenant;
import io.tarn.common.gate.Actor;
import io.tarn.common.gate.CurrentTenant;
import io.tarn.common.gate.Permission;
import io.tarn.common.gate.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who the caller is, and where they have a role.
@Path("/v1/me")
@RunOnVirtualThread
public class MeResource {
  private final PersonTenants tenants;
  private final CurrentTenant caller;

  /// @param platformRole null for those who have none
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record MeResponse(Actor actor, @Nullable String platformRole, List<TenantOfMine> tenants) {
    public MeResponse {
      tenants = List.copyOf(tenants);
    }
  }

  public record TenantOfMine(String id, String slug, String name, String role) {
    static TenantOfMine of(PersonTenant tenant) {
      return new TenantOfMine(tenant.id().value(), tenant.slug(), tenant.name(), tenant.role());
    }
  }

  MeResource(PersonTenants tenants, CurrentTenant caller) {
    this.tenants = tenants;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Permission.SELF_READ)
  public MeResponse read() {
    var role = caller.role() == Role.PLATFORM_ADMIN ? caller.role().wireName() : null;
    var mine = tenants.of(caller.actor()).stream().map(TenantOfMine::of).toList();
    return new MeResponse(caller.actor(), role, mine);
  }
}
