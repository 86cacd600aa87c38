package io.tarn.catalog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.membership.PersonTenants;
import io.tarn.catalog.membership.PersonTenants.PersonTenant;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.gate.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
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

  /// @param permissions what the role allows there, so that nobody is offered what is refused
  public record TenantOfMine(
      String id, String slug, String name, String role, List<String> permissions) {
    public TenantOfMine {
      permissions = List.copyOf(permissions);
    }

    static TenantOfMine of(TenantId id, String slug, String name, String role) {
      var permissions = Role.of(role).map(Role::permissions).orElse(Set.of());
      return new TenantOfMine(id.value(), slug, name, role, permissions.stream().sorted().toList());
    }

    static TenantOfMine of(PersonTenant tenant) {
      return of(tenant.id(), tenant.slug(), tenant.name(), tenant.role());
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
    if (role != null) {
      // What may be on record for a platform-admin inside of a tenant has no effect.
      return new MeResponse(caller.actor(), role, List.of());
    }
    var mine = tenants.of(caller.actor()).stream().map(TenantOfMine::of).toList();
    return new MeResponse(caller.actor(), null, mine);
  }
}
