package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.destination.DeliveryTargets;
import io.tarn.scheduler.destination.Destination;
import io.tarn.scheduler.destination.DestinationException;
import io.tarn.scheduler.destination.DestinationService;
import io.tarn.scheduler.destination.DestinationTrial;
import io.tarn.scheduler.run.RunFault;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import io.tarn.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/// Places beside the tenant's own bucket that results may be delivered to.
@Path("/v1/tenants/{tenant}/destinations")
@RunOnVirtualThread
public class DestinationsResource {
  private static final String OWN = "own";
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final DestinationService destinations;
  private final DeliveryTargets targets;
  private final DestinationTrial trial;
  private final CurrentTenant tenant;

  DestinationsResource(
      DestinationService destinations,
      DeliveryTargets targets,
      DestinationTrial trial,
      CurrentTenant tenant) {
    this.destinations = destinations;
    this.targets = targets;
    this.trial = trial;
    this.tenant = tenant;
  }

  /// Keep a destination. Its endpoint must be in the operator's list of hosts.
  @POST
  @RolesAllowed(Permission.DESTINATION_WRITE)
  @APIResponseSchema(value = DestinationResponse.class, responseCode = "201")
  public Response create(@Valid @NotNull SaveDestinationRequest request) {
    var made = destinations.create(tenant.id(), request.plan());
    var location = "/v1/tenants/%s/destinations/%s".formatted(tenant.id(), made.id());
    return Response.created(URI.create(location)).entity(shown(made)).build();
  }

  /// List the destinations of the tenant by their names.
  @GET
  @RolesAllowed(Permission.DESTINATION_READ)
  public Page<DestinationResponse> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var after = Cursor.decode(cursor, 2);
    var name = after == null ? "" : after.value(0);
    var id = after == null ? BEFORE_ALL : Ends.id(after.value(1));
    var found = destinations.list(tenant.id(), name, id, limit + 1);
    return Page.of(found, limit, last -> Cursor.of(last.name(), last.id().toString()))
        .map(this::shown);
  }

  /// Read a destination. Its secret is not shown.
  ///
  /// @param destination the id of the destination
  @GET
  @Path("{destination}")
  @RolesAllowed(Permission.DESTINATION_READ)
  public DestinationResponse read(@PathParam("destination") UUID destination) {
    return shown(destinations.find(tenant.id(), destination));
  }

  /// Change a destination.
  ///
  /// @param destination the id of the destination
  @PUT
  @Path("{destination}")
  @RolesAllowed(Permission.DESTINATION_WRITE)
  public DestinationResponse change(
      @PathParam("destination") UUID destination, @Valid @NotNull SaveDestinationRequest request) {
    return shown(destinations.change(tenant.id(), destination, request.plan()));
  }

  /// Delete a destination. Exports to it that have not ended fail; delivered files stay.
  ///
  /// @param destination the id of the destination
  @DELETE
  @Path("{destination}")
  @RolesAllowed(Permission.DESTINATION_WRITE)
  public void delete(@PathParam("destination") UUID destination) {
    destinations.delete(tenant.id(), destination);
  }

  /// Try a destination: a small object is written and removed, and what is missing is named.
  ///
  /// @param destination the id of the destination, or `own` for the tenant's own bucket
  @POST
  @Path("{destination}/test")
  @RolesAllowed(Permission.DESTINATION_WRITE)
  public DestinationTrialResponse test(@PathParam("destination") String destination) {
    try {
      return DestinationTrialResponse.of(trial.run(tenant.id(), idOf(destination)));
    } catch (RunFault fault) {
      throw new ProblemException(503, "unavailable", "The bucket cannot be looked up now.");
    }
  }

  private static @Nullable UUID idOf(String destination) {
    try {
      return destination.equals(OWN) ? null : UUID.fromString(destination);
    } catch (IllegalArgumentException _) {
      throw new DestinationException.NotFound();
    }
  }

  private DestinationResponse shown(Destination destination) {
    return DestinationResponse.of(destination, targets.externalId(tenant.id()));
  }

  /// What came of a trial.
  ///
  /// @param usable whether results can be delivered there
  /// @param missingPermissions what the identity lacks, such as `s3:PutObject`
  /// @param detail what else stands against it; absent where nothing does
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DestinationTrialResponse(
      boolean usable, List<String> missingPermissions, @Nullable String detail) {
    public DestinationTrialResponse {
      missingPermissions = List.copyOf(missingPermissions);
    }

    static DestinationTrialResponse of(DestinationTrial.Outcome outcome) {
      return new DestinationTrialResponse(outcome.isUsable(), outcome.missing(), outcome.fault());
    }
  }
}
