package io.tarn.catalog.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.api.QueryFilesRequest.QueryFileBody;
import io.tarn.catalog.query.QueryFilter;
import io.tarn.catalog.query.QueryImport;
import io.tarn.catalog.query.QueryPlace;
import io.tarn.catalog.query.QueryReader;
import io.tarn.catalog.query.QueryService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// Kept queries of a tenant as files, for people who keep them under version control.
@Path("/v1/tenants/{tenant}/catalogue")
@RunOnVirtualThread
public class QueryFilesResource {
  private static final int A_PAGE = 100;

  private final QueryService queries;
  private final CurrentTenant caller;

  QueryFilesResource(QueryService queries, CurrentTenant caller) {
    this.queries = queries;
    this.caller = caller;
  }

  /// Import files as queries of the caller's own: those with a head as they say, other statements
  /// under the names of their files. With `dryRun` nothing is kept.
  @POST
  @Path("import")
  @RolesAllowed(Permission.CATALOGUE_WRITE)
  public Page<QueryImport.Result> bring(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @Valid @NotNull QueryFilesRequest request) {
    return new Page<>(queries.importFiles(reader(), request.content(), dryRun), null);
  }

  /// Export the queries that the caller sees in one place as files.
  ///
  /// @param place whose queries: library, operator or tenant
  @GET
  @Path("export")
  @RolesAllowed(Permission.CATALOGUE_READ)
  public Page<QueryFileBody> export(
      @QueryParam("place")
          @DefaultValue("tenant")
          @NotNull
          @Pattern(regexp = "library|operator|tenant")
          String place,
      @QueryParam("cursor") @Nullable String cursor) {
    var wanted =
        switch (place) {
          case "library" -> QueryPlace.LIBRARY;
          case "operator" -> QueryPlace.OPERATOR;
          default -> QueryPlace.TENANT;
        };
    var filter = new QueryFilter(null, wanted, null, null, false, false);
    var after = Cursor.decode(cursor, 1);
    var offset = after == null ? 0 : CatalogueResource.offsetOf(after);
    var found = queries.export(reader(), filter, offset, A_PAGE + 1);
    var next = found.size() > A_PAGE ? Cursor.of(Integer.toString(offset + A_PAGE)).encode() : null;
    return new Page<>(found.stream().limit(A_PAGE).map(QueryFilesResource::body).toList(), next);
  }

  static QueryFileBody body(QueryImport.File file) {
    return new QueryFileBody(file.path(), file.text());
  }

  private QueryReader reader() {
    return new QueryReader(
        caller.id(),
        caller.actor(),
        caller.may(Permission.CATALOGUE_WRITE),
        caller.may(Permission.CATALOGUE_SHARE));
  }
}
