package io.tarn.catalog.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.membership.MemberChange;
import io.tarn.catalog.membership.MemberChange.NewExpiry;
import io.tarn.catalog.membership.MembershipService;
import io.tarn.catalog.membership.NewMember;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.gate.Role;
import io.tarn.service.idempotency.Idempotency;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import io.tarn.service.problem.ProblemException;
import io.tarn.service.request.Storable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// The members of a tenant.
@Path("/v1/tenants/{tenant}/members")
@RunOnVirtualThread
public class MembersResource {
  static final String TENANT_ROLES = "tenant-admin|analyst|viewer|approver|ingest";

  private final MembershipService members;
  private final CurrentTenant tenant;
  private final Idempotency idempotency;
  private final Clock clock;

  /// A membership to be made.
  ///
  /// @param issuer the issuer of the identity provider that knows the person or program
  /// @param subject who it is there
  /// @param name a name to show
  /// @param role the role in the tenant
  /// @param expiresAt when the membership ends, a time to come; absent is without end
  public record AddMemberRequest(
      @NotBlank @Size(max = 500) String issuer,
      @NotBlank @Size(max = 255) String subject,
      @Nullable @Size(max = 200) String name,
      @NotNull @Pattern(regexp = TENANT_ROLES) String role,
      @Nullable @Future Instant expiresAt) {}

  /// What is to be changed; absent leaves it as it is.
  ///
  /// @param role the new role in the tenant
  /// @param expiresAt a time to come; null takes the end away
  public record ChangeMemberRequest(
      @Nullable @Pattern(regexp = TENANT_ROLES) String role,
      @Schema(
              type = SchemaType.STRING,
              format = "date-time",
              implementation = String.class,
              nullable = true)
          @Nullable JsonNode expiresAt) {

    MemberChange change(Instant now) {
      if (role == null && expiresAt == null) {
        throw ProblemException.invalid("body", "must have role or expiresAt");
      }
      return new MemberChange(
          role == null ? null : Role.of(role).orElseThrow(),
          expiresAt == null ? null : new NewExpiry(expiryOf(expiresAt, now)));
    }

    private static @Nullable Instant expiryOf(JsonNode given, Instant now) {
      if (given.isNull()) {
        return null;
      }
      var at = Storable.instant("expiresAt", given.isTextual() ? given.textValue() : "");
      if (at == null || !at.isAfter(now)) {
        throw ProblemException.invalid("expiresAt", "must be a time to come, or null");
      }
      return at;
    }
  }

  MembersResource(
      MembershipService members, CurrentTenant tenant, Idempotency idempotency, Clock clock) {
    this.clock = clock;
    this.members = members;
    this.tenant = tenant;
    this.idempotency = idempotency;
  }

  /// List the tenant's members.
  @GET
  @RolesAllowed(Permission.MEMBER_READ)
  public Page<MemberResponse> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return members.list(tenant.id(), Cursor.decode(cursor, 1), limit).map(MemberResponse::of);
  }

  /// Make somebody a member of the tenant.
  @POST
  @RolesAllowed(Permission.MEMBER_WRITE)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = MemberResponse.class)))
  public Response add(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull AddMemberRequest request) {
    return idempotency.answer(key, "add-member", request, () -> add(request));
  }

  private Response add(AddMemberRequest request) {
    var role = Role.of(request.role()).orElseThrow();
    var wanted =
        new NewMember(
            request.issuer(), request.subject(), request.name(), role, request.expiresAt());
    var member = members.add(tenant.id(), wanted);
    return Response.created(URI.create("/v1/tenants/" + tenant.id() + "/members/" + member.id()))
        .entity(MemberResponse.of(member))
        .build();
  }

  /// Read a member.
  ///
  /// @param member the id of the membership
  @GET
  @Path("{member}")
  @RolesAllowed(Permission.MEMBER_READ)
  public MemberResponse read(@PathParam("member") UUID member) {
    return MemberResponse.of(members.find(tenant.id(), member));
  }

  /// Change the role of a member, or the end of the membership. The person signs in again
  /// afterwards. Nobody moves the end of their own membership back.
  ///
  /// @param member the id of the membership
  @PATCH
  @Path("{member}")
  @RolesAllowed(Permission.MEMBER_WRITE)
  public MemberResponse change(
      @PathParam("member") UUID member, @Valid @NotNull ChangeMemberRequest request) {
    var change = request.change(clock.instant());
    return MemberResponse.of(members.change(tenant.id(), member, change, tenant.actor()));
  }

  /// Remove a member.
  ///
  /// @param member the id of the membership
  @DELETE
  @Path("{member}")
  @RolesAllowed(Permission.MEMBER_WRITE)
  public void remove(@PathParam("member") UUID member) {
    members.remove(tenant.id(), member);
  }
}
