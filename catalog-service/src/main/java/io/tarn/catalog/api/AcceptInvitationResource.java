package io.tarn.catalog.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.membership.InvitationService;
import io.tarn.catalog.tenant.TenantService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/// Where an invitation becomes a membership.
@Path("/v1/invitations/{code}/accept")
@RunOnVirtualThread
public class AcceptInvitationResource {
  private final InvitationService invitations;
  private final TenantService tenants;
  private final CurrentTenant caller;

  /// Where the caller is a member now.
  ///
  /// @param tenant the tenant, with the caller's role there
  public record AcceptedResponse(MeResource.TenantOfMine tenant) {}

  AcceptInvitationResource(
      InvitationService invitations, TenantService tenants, CurrentTenant caller) {
    this.invitations = invitations;
    this.tenants = tenants;
    this.caller = caller;
  }

  /// Accept an invitation. The caller becomes a member of its tenant.
  ///
  /// @param code the last part of the invitation's link
  @POST
  @RolesAllowed(Permission.INVITATION_ACCEPT)
  public AcceptedResponse accept(@PathParam("code") String code) {
    var member = invitations.accept(code, caller.actor(), caller.grant().verifiedEmail());
    var tenant = tenants.find(member.tenant());
    return new AcceptedResponse(
        MeResource.TenantOfMine.of(
            tenant.id(), tenant.slug(), tenant.name(), member.role().wireName()));
  }
}
