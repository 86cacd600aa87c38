package io.tarn.catalog.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.catalog.api.QueryFilesRequest.QueryFileBody;
import io.tarn.catalog.query.CurationService;
import io.tarn.catalog.query.QueryImport;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/// The operator's queries as files, which a folder under version control can hold.
@Path("/v1/catalogue")
@RunOnVirtualThread
public class CuratedFilesResource {
  private final CurationService curation;
  private final CurrentTenant caller;

  CuratedFilesResource(CurationService curation, CurrentTenant caller) {
    this.curation = curation;
    this.caller = caller;
  }

  /// Import files as the operator's queries. With `whole`, queries that have no file are deleted;
  /// with `dryRun` nothing is changed.
  ///
  /// @param whole whether queries that have no file are deleted; none is where a file is rejected
  @POST
  @Path("import")
  @RolesAllowed(Permission.CATALOGUE_CURATE)
  public Page<QueryImport.Result> bringForCustomers(
      @QueryParam("whole") @DefaultValue("false") boolean whole,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @Valid @NotNull QueryFilesRequest request) {
    return new Page<>(curation.importFiles(caller.actor(), request.content(), whole, dryRun), null);
  }

  /// Export the operator's queries in their newest versions as files.
  @GET
  @Path("export")
  @RolesAllowed(Permission.CATALOGUE_CURATE)
  public Page<QueryFileBody> exportOfOperator() {
    List<QueryFileBody> files = curation.export().stream().map(QueryFilesResource::body).toList();
    return new Page<>(files, null);
  }
}
