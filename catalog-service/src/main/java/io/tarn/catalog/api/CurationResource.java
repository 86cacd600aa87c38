package io.tarn.catalog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.membership.OperatorService;
import io.tarn.catalog.query.CurationService;
import io.tarn.catalog.query.Publication;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.gate.Role;
import io.tarn.service.idempotency.Idempotency;
import io.tarn.service.paging.Page;
import io.tarn.service.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The operator's queries for its customers, and their publication.
@Path("/v1/catalogue")
@RunOnVirtualThread
public class CurationResource {
  private final CurationService curation;
  private final OperatorService operators;
  private final CurrentTenant caller;
  private final Idempotency idempotency;

  CurationResource(
      CurationService curation,
      OperatorService operators,
      CurrentTenant caller,
      Idempotency idempotency) {
    this.curation = curation;
    this.operators = operators;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  /// A publication to be asked for.
  ///
  /// @param version the version that customers are to see
  /// @param tenants ids of the customers; absent is all
  public record PublishRequest(
      @Min(1) int version, @Nullable @Size(min = 1, max = 1000) List<@NotNull String> tenants) {}

  /// What is said with a decision.
  ///
  /// @param note why
  public record DecisionRequest(@Nullable @Size(max = 1000) String note) {}

  /// A version that customers see, or are to see.
  ///
  /// @param id the id of the publication
  /// @param query the id of the query
  /// @param version the version
  /// @param tenants ids of the customers; absent is all
  /// @param state where it stands
  /// @param requestedBy who asked for it
  /// @param requestedAt when they asked
  /// @param decidedBy who approved, rejected or withdrew it; absent before
  /// @param decidedAt when they did
  /// @param note what they said
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PublicationResponse(
      UUID id,
      UUID query,
      int version,
      @Nullable List<String> tenants,
      Publication.State state,
      Actor requestedBy,
      Instant requestedAt,
      @Nullable Actor decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String note) {
    static PublicationResponse of(Publication publication) {
      return new PublicationResponse(
          publication.id(),
          publication.query(),
          publication.version(),
          publication.audience(),
          publication.state(),
          publication.requestedBy(),
          publication.requestedAt(),
          publication.decidedBy(),
          publication.decidedAt(),
          publication.note());
    }
  }

  /// List the operator's queries in their newest versions.
  @GET
  @Path("queries")
  @RolesAllowed(Permission.CATALOGUE_CURATE)
  public Page<SavedQuerySummary> list() {
    return new Page<>(curation.list().stream().map(SavedQuerySummary::of).toList(), null);
  }

  /// Keep a query for customers. They see it once a version is published.
  @POST
  @Path("queries")
  @RolesAllowed(Permission.CATALOGUE_CURATE)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SavedQueryResponse.class)))
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull SaveQueryRequest request) {
    return idempotency.answer(key, "create-operator-query", request, () -> create(request));
  }

  private Response create(SaveQueryRequest request) {
    var query = curation.create(caller.actor(), request.content(), request.message());
    return VersionTag.created(query, "/v1/catalogue/queries/" + query.id());
  }

  /// Read one of the operator's queries in its newest version.
  ///
  /// @param query the id of the query
  @GET
  @Path("queries/{query}")
  @RolesAllowed(Permission.CATALOGUE_CURATE)
  public RestResponse<SavedQueryResponse> read(@PathParam("query") UUID query) {
    return VersionTag.tagged(curation.find(query));
  }

  /// Save a new version, which customers do not see before it is published.
  ///
  /// @param query the id of the query
  @PUT
  @Path("queries/{query}")
  @RolesAllowed(Permission.CATALOGUE_CURATE)
  public RestResponse<SavedQueryResponse> save(
      @PathParam("query") UUID query,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SaveQueryRequest request) {
    var base = VersionTag.base(ifMatch);
    return VersionTag.tagged(
        curation.save(caller.actor(), query, base, request.content(), request.message()));
  }

  /// Delete a query, also for customers.
  ///
  /// @param query the id of the query
  @DELETE
  @Path("queries/{query}")
  @RolesAllowed(Permission.CATALOGUE_CURATE)
  public void delete(
      @PathParam("query") UUID query, @HeaderParam("If-Match") @Nullable String ifMatch) {
    curation.delete(query, VersionTag.base(ifMatch));
  }

  /// List the publications of a query, the newest first.
  ///
  /// @param query the id of the query
  @GET
  @Path("queries/{query}/publications")
  @RolesAllowed(Permission.CATALOGUE_CURATE)
  public Page<PublicationResponse> publications(@PathParam("query") UUID query) {
    return shown(curation.publicationsOf(query));
  }

  /// Ask for a version to be published. Operators name customers that are assigned to them, or all.
  ///
  /// @param query the id of the query
  @POST
  @Path("queries/{query}/publications")
  @RolesAllowed(Permission.CATALOGUE_CURATE)
  @ResponseStatus(201)
  public PublicationResponse publish(
      @PathParam("query") UUID query, @Valid @NotNull PublishRequest request) {
    if (request.tenants() != null) {
      request.tenants().forEach(this::demandAssigned);
    }
    return PublicationResponse.of(
        curation.request(caller.actor(), query, request.version(), request.tenants()));
  }

  private void demandAssigned(String tenant) {
    var isKnown =
        caller.role() == Role.PLATFORM_ADMIN || operators.isAssigned(tenant, caller.actor());
    if (!isKnown) {
      throw ProblemException.invalid("tenants", "has a tenant that is not assigned to you");
    }
  }

  /// Take a query away from customers. The operator keeps it.
  ///
  /// @param query the id of the query
  @DELETE
  @Path("queries/{query}/publication")
  @RolesAllowed(Permission.CATALOGUE_CURATE)
  public void withdraw(@PathParam("query") UUID query) {
    curation.withdraw(caller.actor(), query);
  }

  /// List the publications that wait for a second person, the oldest first.
  @GET
  @Path("publications")
  @RolesAllowed(Permission.CATALOGUE_CURATE)
  public Page<PublicationResponse> waiting() {
    return shown(curation.waiting());
  }

  /// Approve a publication that somebody else asked for.
  ///
  /// @param publication the id of the publication
  @POST
  @Path("publications/{publication}/approval")
  @RolesAllowed(Permission.CATALOGUE_CURATE)
  public PublicationResponse approve(
      @PathParam("publication") UUID publication, @Valid @NotNull DecisionRequest request) {
    return PublicationResponse.of(curation.approve(caller.actor(), publication, request.note()));
  }

  /// Reject a publication.
  ///
  /// @param publication the id of the publication
  @POST
  @Path("publications/{publication}/rejection")
  @RolesAllowed(Permission.CATALOGUE_CURATE)
  public PublicationResponse reject(
      @PathParam("publication") UUID publication, @Valid @NotNull DecisionRequest request) {
    return PublicationResponse.of(curation.reject(caller.actor(), publication, request.note()));
  }

  private static Page<PublicationResponse> shown(List<Publication> publications) {
    return new Page<>(publications.stream().map(PublicationResponse::of).toList(), null);
  }
}
