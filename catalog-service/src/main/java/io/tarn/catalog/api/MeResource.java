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
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who the caller is, and where they have a role.
@Path("/v1/me")
@RunOnVirtualThread
public class MeResource {
  private final PersonTenants tenants;
  private final CurrentTenant caller;

  /// Who the caller is, and where they have a role.
  ///
  /// @param actor who the caller is
  /// @param platformRole the role across all tenants; null for those who have none
  /// @param tenants the tenants in which they have a role
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record MeResponse(
      Actor actor,
      @Schema(implementation = Role.class) @Nullable String platformRole,
      List<TenantOfMine> tenants) {
    public MeResponse {
      tenants = List.copyOf(tenants);
    }
  }

  /// A tenant in which the caller has a role.
  ///
  /// @param id the id of the tenant
  /// @param slug its short name in addresses
  /// @param name its name to show
  /// @param role the caller's role there
  /// @param permissions what the role allows there, so that nobody is offered what is refused
  public record TenantOfMine(
      String id,
      String slug,
      String name,
      @Schema(implementation = Role.class) String role,
      List<@Pattern(regexp = Permission.ANY) String> permissions) {
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

  /// Read who the caller is, and where they have a role.
  @GET
  @RolesAllowed(Permission.SELF_READ)
  public MeResponse read() {
    if (caller.role() == Role.PLATFORM_ADMIN) {
      // What may be on record for a platform-admin inside of a tenant has no effect.
      return new MeResponse(caller.actor(), caller.role().wireName(), List.of());
    }
    var role = caller.role() == Role.CURATOR ? caller.role().wireName() : null;
    var mine = tenants.of(caller.actor()).stream().map(TenantOfMine::of).toList();
    return new MeResponse(caller.actor(), role, mine);
  }
}
