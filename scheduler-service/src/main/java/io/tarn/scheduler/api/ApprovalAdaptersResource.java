package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.approval.ApprovalService.Kept;
import io.tarn.scheduler.approval.Receipt;
import io.tarn.scheduler.approval.adapter.AdapterIntake;
import io.tarn.scheduler.approval.adapter.AdapterService;
import io.tarn.scheduler.approval.adapter.ApprovalAdapter;
import io.tarn.scheduler.approval.adapter.DeliveryHeaders;
import io.tarn.scheduler.approval.adapter.DeliveryLog;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import io.tarn.service.problem.ProblemException;
import io.tarn.service.request.BodyLimit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// Adapters by which systems send approvals as webhooks.
@Path("/v1/tenants/{tenant}/approval-adapters")
@RunOnVirtualThread
public class ApprovalAdaptersResource {
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final AdapterService adapters;
  private final AdapterIntake intake;
  private final DeliveryLog log;
  private final CurrentTenant tenant;

  ApprovalAdaptersResource(
      AdapterService adapters, AdapterIntake intake, DeliveryLog log, CurrentTenant tenant) {
    this.adapters = adapters;
    this.intake = intake;
    this.log = log;
    this.tenant = tenant;
  }

  /// Keep an adapter. The answer shows the secret that deliveries are signed with, once.
  @POST
  @RolesAllowed(Permission.ADAPTER_WRITE)
  @APIResponseSchema(value = AdapterResponse.class, responseCode = "201")
  public Response create(@Valid @NotNull SaveAdapterRequest request) {
    var made = adapters.create(tenant.id(), request.plan());
    var location =
        "/v1/tenants/%s/approval-adapters/%s".formatted(tenant.id(), made.adapter().id());
    return Response.created(URI.create(location))
        .entity(AdapterResponse.of(made.adapter(), made.secret()))
        .tag(VersionTag.of(made.adapter().version()))
        .build();
  }

  /// List the adapters of the tenant by their names.
  @GET
  @RolesAllowed(Permission.ADAPTER_READ)
  public Page<AdapterResponse> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var after = Cursor.decode(cursor, 2);
    var name = after == null ? "" : after.value(0);
    var id = after == null ? BEFORE_ALL : Ends.id(after.value(1));
    var found = adapters.list(tenant.id(), name, id, limit + 1);
    return Page.of(found, limit, last -> Cursor.of(last.name(), last.id().toString()))
        .map(AdapterResponse::of);
  }

  /// Read an adapter. Its secret is not shown. Its `ETag` is its version.
  ///
  /// @param adapter the id of the adapter
  @GET
  @Path("{adapter}")
  @RolesAllowed(Permission.ADAPTER_READ)
  public RestResponse<AdapterResponse> read(@PathParam("adapter") UUID adapter) {
    return tagged(adapters.find(tenant.id(), adapter));
  }

  /// Change an adapter. Its kind and its secret stay.
  ///
  /// @param adapter the id of the adapter
  @PUT
  @Path("{adapter}")
  @RolesAllowed(Permission.ADAPTER_WRITE)
  public RestResponse<AdapterResponse> change(
      @PathParam("adapter") UUID adapter,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SaveAdapterRequest request) {
    var base = VersionTag.base(ifMatch);
    return tagged(adapters.change(tenant.id(), adapter, base, request.plan()));
  }

  private static RestResponse<AdapterResponse> tagged(ApprovalAdapter adapter) {
    return ResponseBuilder.ok(AdapterResponse.of(adapter))
        .tag(VersionTag.of(adapter.version()))
        .build();
  }

  /// Delete an adapter with its log. The approvals that it brought stay.
  ///
  /// @param adapter the id of the adapter
  @DELETE
  @Path("{adapter}")
  @RolesAllowed(Permission.ADAPTER_WRITE)
  public void delete(
      @PathParam("adapter") UUID adapter, @HeaderParam("If-Match") @Nullable String ifMatch) {
    adapters.delete(tenant.id(), adapter, VersionTag.base(ifMatch));
  }

  /// Give an adapter another secret, which the answer shows, once. For a day deliveries may be
  /// signed with either.
  ///
  /// @param adapter the id of the adapter
  @POST
  @Path("{adapter}/secret")
  @RolesAllowed(Permission.ADAPTER_WRITE)
  public AdapterResponse rotate(@PathParam("adapter") UUID adapter) {
    var made = adapters.rotate(tenant.id(), adapter);
    return AdapterResponse.of(made.adapter(), made.secret());
  }

  /// List what became of the deliveries to an adapter, the newest first. They are kept for 30 days.
  ///
  /// @param adapter the id of the adapter
  @GET
  @Path("{adapter}/deliveries")
  @RolesAllowed(Permission.ADAPTER_READ)
  public Page<AdapterDeliveryResponse> deliveries(
      @PathParam("adapter") UUID adapter,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var _ = adapters.find(tenant.id(), adapter);
    var after = Cursor.decode(cursor, 1);
    var before = after == null ? AFTER_ALL : Ends.id(after.value(0));
    var found = log.list(tenant.id(), adapter, before, limit + 1);
    return Page.of(found, limit, last -> Cursor.of(last.id().toString()))
        .map(AdapterDeliveryResponse::of);
  }

  /// Deliver a webhook to an adapter. It needs no sign-in: it is signed with the secret of the
  /// adapter, as its maker signs. A wrong signature is answered as an adapter that is not there.
  ///
  /// @param adapter the id of the adapter
  @POST
  @Path("{adapter}/deliveries")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permission.APPROVAL_DELIVER)
  public AdapterIntakeResponse deliver(
      @PathParam("adapter") String adapter,
      @Parameter(description = "The signature of GitHub: `sha256=` and hexadecimal digits.")
          @HeaderParam("X-Hub-Signature-256")
          @Nullable String githubSignature,
      @Parameter(description = "The signature of Jira: `sha256=` and hexadecimal digits.")
          @HeaderParam("X-Hub-Signature")
          @Nullable String jiraSignature,
      @Parameter(
              description =
                  "The signature of senders that have none of their own: `sha256=` and hexadecimal digits or Base64.")
          @HeaderParam("X-Tarn-Signature")
          @Nullable String tarnSignature,
      @Parameter(description = "Seconds since 1970, which are signed too; at most 5 minutes old.")
          @HeaderParam("X-Tarn-Timestamp")
          @Nullable String tarnTimestamp,
      @Parameter(description = "The kind of event, of GitHub.") @HeaderParam("X-GitHub-Event")
          @Nullable String githubEvent,
      InputStream body) {
    var headers =
        new DeliveryHeaders(
            githubSignature, jiraSignature, tarnSignature, tarnTimestamp, githubEvent);
    var kept = intake.take(tenant.id(), idOf(adapter), headers, whole(body));
    return kept.map(AdapterIntakeResponse::of).orElseGet(AdapterIntakeResponse::ignored);
  }

  /// What can be no id is the id of no adapter.
  private static UUID idOf(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      return BEFORE_ALL;
    }
  }

  private static byte[] whole(InputStream body) {
    try {
      var bytes = body.readNBytes((int) BodyLimit.LARGEST_BODY + 1);
      if (bytes.length > BodyLimit.LARGEST_BODY) {
        throw new ProblemException(
            413, "too-large", "The request is larger than this address takes.");
      }
      return bytes;
    } catch (IOException _) {
      throw new ProblemException(400, "invalid-request", "The request cannot be read.");
    }
  }

  /// What became of a webhook.
  ///
  /// @param receipt what the version is to those that are known: new, newer, unchanged or older;
  ///     absent where the webhook tells nothing of approvals
  /// @param system the system of the approval
  /// @param approval the name of the approval there
  /// @param currentVersion the newest version that is known of it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AdapterIntakeResponse(
      @Nullable Receipt receipt,
      @Nullable String system,
      @Nullable String approval,
      @Nullable Long currentVersion) {
    static AdapterIntakeResponse of(Kept kept) {
      var latest = kept.history().latest();
      return new AdapterIntakeResponse(
          kept.receipt(), latest.system(), latest.id(), latest.version());
    }

    static AdapterIntakeResponse ignored() {
      return new AdapterIntakeResponse(null, null, null, null);
    }
  }
}
