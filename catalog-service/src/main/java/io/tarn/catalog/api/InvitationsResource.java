package io.tarn.catalog.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.config.PublicAddress;
import io.tarn.catalog.membership.InvitationService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.gate.Role;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Invitations into a tenant. The answer that makes one is not kept under an `Idempotency-Key`,
/// because its link is shown once.
@Path("/v1/tenants/{tenant}/invitations")
@RunOnVirtualThread
public class InvitationsResource {
  private final InvitationService invitations;
  private final CurrentTenant tenant;
  private final PublicAddress address;

  /// An invitation to be made.
  ///
  /// @param role the role that it gives
  /// @param email the verified email address of who may accept it; absent, whoever has the link
  /// @param expiresAt until when it can be accepted; absent, as long as the installation says
  public record InviteRequest(
      @NotNull @Pattern(regexp = MembersResource.TENANT_ROLES) String role,
      @Nullable @Email @Size(max = 320) String email,
      @Nullable @Future Instant expiresAt) {}

  InvitationsResource(InvitationService invitations, CurrentTenant tenant, PublicAddress address) {
    this.invitations = invitations;
    this.tenant = tenant;
    this.address = address;
  }

  /// List the tenant's invitations.
  @GET
  @RolesAllowed(Permission.MEMBER_READ)
  public Page<InvitationResponse> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var page = invitations.list(tenant.id(), Cursor.decode(cursor, 1), limit);
    return page.map(InvitationResponse::of);
  }

  /// Invite somebody into the tenant. The answer has the link, which is shown once.
  @POST
  @RolesAllowed(Permission.MEMBER_WRITE)
  @ResponseStatus(201)
  public InvitationResponse invite(@Valid @NotNull InviteRequest request) {
    var role = Role.of(request.role()).orElseThrow();
    var made = invitations.invite(tenant.id(), role, request.email(), request.expiresAt());
    return InvitationResponse.withLink(
        made.invitation(), address.linkTo("/invitations/" + made.code()));
  }

  /// Withdraw an invitation. Its link is of no use any more.
  ///
  /// @param invitation the id of the invitation
  @DELETE
  @Path("{invitation}")
  @RolesAllowed(Permission.MEMBER_WRITE)
  public void withdraw(@PathParam("invitation") UUID invitation) {
    invitations.remove(tenant.id(), invitation);
  }
}
