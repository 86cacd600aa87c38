package io.tarn.catalog.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.query.QueryFilter;
import io.tarn.catalog.query.QueryPlace;
import io.tarn.catalog.query.QueryReader;
import io.tarn.catalog.query.QueryService;
import io.tarn.catalog.query.SavedQuery;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.idempotency.Idempotency;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.JsonSize;
import io.tarn.service.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Kept queries as a tenant sees them: the product's library, the operator's, and its own.
@Path("/v1/tenants/{tenant}/catalogue")
@RunOnVirtualThread
public class CatalogueResource {
  private final QueryService queries;
  private final CurrentTenant tenant;
  private final Idempotency idempotency;

  CatalogueResource(QueryService queries, CurrentTenant tenant, Idempotency idempotency) {
    this.queries = queries;
    this.tenant = tenant;
    this.idempotency = idempotency;
  }

  /// What of the queries is looked for.
  public static class Filter {
    /// Words in any order, with any endings, and nearly right.
    @QueryParam("search")
    @Size(max = 200)
    @Nullable String search;

    /// Whose queries: library, operator or tenant.
    @QueryParam("place")
    @Pattern(regexp = "library|operator|tenant")
    @Nullable String place;

    /// The topic of the queries.
    @QueryParam("category")
    @Size(max = 50)
    @Nullable String category;

    /// A tag that the queries have.
    @QueryParam("tag")
    @Size(max = 50)
    @Nullable String tag;

    /// Only those that the caller marked.
    @QueryParam("favourite")
    @DefaultValue("false")
    boolean favourite;

    /// Only those that were deleted and can be had back.
    @QueryParam("deleted")
    @DefaultValue("false")
    boolean deleted;

    QueryFilter filter() {
      var wanted =
          Arrays.stream(QueryPlace.values())
              .filter(known -> known.wireName().equals(place))
              .findFirst()
              .orElse(null);
      return new QueryFilter(search, wanted, category, tag, favourite, deleted);
    }
  }

  /// List the queries that the caller sees: with `search` the best first, else by their titles.
  @GET
  @Path("queries")
  @RolesAllowed(Permission.CATALOGUE_READ)
  public Page<SavedQuerySummary> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor,
      @BeanParam @Valid Filter filter) {
    var after = Cursor.decode(cursor, 1);
    var offset = after == null ? 0 : offsetOf(after);
    var found = queries.find(reader(), filter.filter(), offset, limit + 1);
    var summaries = found.stream().map(SavedQuerySummary::of).toList();
    var page = summaries.subList(0, Math.min(limit, summaries.size()));
    var next =
        summaries.size() > limit ? Cursor.of(Integer.toString(offset + limit)).encode() : null;
    return new Page<>(page, next);
  }

  static int offsetOf(Cursor cursor) {
    try {
      return Math.max(0, Integer.parseInt(cursor.value(0)));
    } catch (NumberFormatException _) {
      throw Cursor.notOfThisListing();
    }
  }

  /// List the categories with how many queries of each the caller sees.
  @GET
  @Path("categories")
  @RolesAllowed(Permission.CATALOGUE_READ)
  public Page<CategoryResponse> categories() {
    var counts = queries.categories(reader());
    return new Page<>(
        counts.stream().map(count -> new CategoryResponse(count.name(), count.count())).toList(),
        null);
  }

  /// A category of queries.
  ///
  /// @param name the category
  /// @param count how many queries the caller sees
  public record CategoryResponse(String name, long count) {}

  /// Keep a query. Until it is shared only its owner sees it, and those who may share it.
  @POST
  @Path("queries")
  @RolesAllowed(Permission.CATALOGUE_WRITE)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SavedQueryResponse.class)))
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull SaveQueryRequest request) {
    return idempotency.answer(
        key,
        "create-query",
        request,
        () -> created(queries.create(reader(), request.content(), request.message())));
  }

  /// Check a query without keeping it: what its author should know, or all that is wrong.
  @POST
  @Path("queries:validate")
  @RolesAllowed(Permission.CATALOGUE_WRITE)
  public CheckResponse check(@Valid @NotNull SaveQueryRequest request) {
    return new CheckResponse(queries.warnings(reader(), request.content()));
  }

  /// What the author of a query should know.
  ///
  /// @param warnings in plain words
  public record CheckResponse(List<String> warnings) {
    public CheckResponse {
      warnings = List.copyOf(warnings);
    }
  }

  /// List the queries that no longer run, each with what stands in the way.
  @GET
  @Path("faults")
  @RolesAllowed(Permission.CATALOGUE_READ)
  public Page<BrokenQueryResponse> faults() {
    return queries
        .broken(reader())
        .map(
            broken ->
                new BrokenQueryResponse(SavedQuerySummary.of(broken.query()), broken.faults()));
  }

  /// A query that does not run.
  ///
  /// @param query the query
  /// @param faults why it does not run
  public record BrokenQueryResponse(SavedQuerySummary query, List<String> faults) {
    public BrokenQueryResponse {
      faults = List.copyOf(faults);
    }
  }

  /// Read a query in the version that the caller sees. Its `ETag` is the version.
  ///
  /// @param query the id of the query
  @GET
  @Path("queries/{query}")
  @RolesAllowed(Permission.CATALOGUE_READ)
  public RestResponse<SavedQueryResponse> read(@PathParam("query") UUID query) {
    return VersionTag.tagged(queries.find(reader(), query));
  }

  /// Save a new version of a query.
  ///
  /// @param query the id of the query
  @PUT
  @Path("queries/{query}")
  @RolesAllowed(Permission.CATALOGUE_WRITE)
  public RestResponse<SavedQueryResponse> save(
      @PathParam("query") UUID query,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull SaveQueryRequest request) {
    var base = VersionTag.base(ifMatch);
    return VersionTag.tagged(
        queries.save(reader(), query, base, request.content(), request.message()));
  }

  /// Delete a query. For 30 days this can be undone.
  ///
  /// @param query the id of the query
  @DELETE
  @Path("queries/{query}")
  @RolesAllowed(Permission.CATALOGUE_WRITE)
  public void delete(
      @PathParam("query") UUID query, @HeaderParam("If-Match") @Nullable String ifMatch) {
    queries.delete(reader(), query, VersionTag.base(ifMatch));
  }

  /// Undo the deletion of a query.
  ///
  /// @param query the id of the query
  @POST
  @Path("queries/{query}/restoration")
  @RolesAllowed(Permission.CATALOGUE_WRITE)
  public RestResponse<SavedQueryResponse> restore(@PathParam("query") UUID query) {
    return VersionTag.tagged(queries.undelete(reader(), query));
  }

  /// Share a query in the tenant, or take it back for its owner.
  ///
  /// @param query the id of the query
  @PUT
  @Path("queries/{query}/visibility")
  @RolesAllowed(Permission.CATALOGUE_SHARE)
  public RestResponse<SavedQueryResponse> share(
      @PathParam("query") UUID query, @Valid @NotNull VisibilityRequest request) {
    return VersionTag.tagged(queries.share(reader(), query, request.visibility().equals("shared")));
  }

  /// Who sees a query.
  ///
  /// @param visibility private (its owner, and those who may share) or shared (all of the tenant)
  public record VisibilityRequest(@NotNull @Pattern(regexp = "private|shared") String visibility) {}

  /// Mark a query as a favourite of the caller.
  ///
  /// @param query the id of the query
  @PUT
  @Path("queries/{query}/favourite")
  @RolesAllowed(Permission.CATALOGUE_READ)
  public void mark(@PathParam("query") UUID query) {
    queries.mark(reader(), query, true);
  }

  /// Take the mark away.
  ///
  /// @param query the id of the query
  @DELETE
  @Path("queries/{query}/favourite")
  @RolesAllowed(Permission.CATALOGUE_READ)
  public void unmark(@PathParam("query") UUID query) {
    queries.mark(reader(), query, false);
  }

  /// Keep a copy of a query as the caller's own. It says when the original has moved on.
  ///
  /// @param query the id of the original
  @POST
  @Path("queries/{query}/copies")
  @RolesAllowed(Permission.CATALOGUE_WRITE)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SavedQueryResponse.class)))
  public Response copy(@PathParam("query") UUID query) {
    return created(queries.copy(reader(), query));
  }

  /// List the versions of a query that the caller sees, the newest first.
  ///
  /// @param query the id of the query
  @GET
  @Path("queries/{query}/versions")
  @RolesAllowed(Permission.CATALOGUE_READ)
  public Page<SavedQueryResponse> versions(
      @PathParam("query") UUID query,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var after = Cursor.decode(cursor, 1);
    var before = after == null ? Integer.MAX_VALUE : offsetOf(after);
    var found = queries.versions(reader(), query, before, limit + 1);
    return Page.bounded(
            found,
            limit,
            last -> Cursor.of(Integer.toString(last.version().number())),
            CatalogueResource::sizeOf)
        .map(SavedQueryResponse::of);
  }

  private static long sizeOf(SavedQuery query) {
    var content = query.version().content();
    return JsonSize.of(
        content.statement(), content.description(), content.finding(), content.falseAlarms());
  }

  /// Read a version of a query. Of the operator's queries the published version is seen.
  ///
  /// @param query the id of the query
  /// @param version the number of the version
  @GET
  @Path("queries/{query}/versions/{version}")
  @RolesAllowed(Permission.CATALOGUE_READ)
  public SavedQueryResponse readVersion(
      @PathParam("query") UUID query,
      @Schema(type = SchemaType.INTEGER) @PathParam("version") int version) {
    return SavedQueryResponse.of(queries.find(reader(), query, version));
  }

  /// Save an older version of a query as its newest.
  ///
  /// @param query the id of the query
  /// @param version the number of the older version
  @POST
  @Path("queries/{query}/versions/{version}/restoration")
  @RolesAllowed(Permission.CATALOGUE_WRITE)
  public RestResponse<SavedQueryResponse> restoreVersion(
      @PathParam("query") UUID query,
      @PathParam("version") int version,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return VersionTag.tagged(
        queries.restoreVersion(reader(), query, VersionTag.base(ifMatch), version));
  }

  /// Note that the caller is about to run a query, and read what is run: the version that they see
  /// or, for those who keep queries of their own, an older one.
  ///
  /// @param query the id of the query
  /// @param version an older version; absent is the one that the caller sees
  @POST
  @Path("queries/{query}/runs")
  @RolesAllowed(Permission.QUERY_RUN_SAVED)
  public SavedQueryResponse toRun(
      @PathParam("query") UUID query, @QueryParam("version") @Nullable Integer version) {
    return SavedQueryResponse.of(queries.toRun(reader(), query, version));
  }

  private QueryReader reader() {
    return new QueryReader(
        tenant.id(),
        tenant.actor(),
        tenant.may(Permission.CATALOGUE_WRITE),
        tenant.may(Permission.CATALOGUE_SHARE));
  }

  private Response created(SavedQuery query) {
    var location = "/v1/tenants/%s/catalogue/queries/%s".formatted(tenant.id(), query.id());
    return VersionTag.created(query, location);
  }
}
