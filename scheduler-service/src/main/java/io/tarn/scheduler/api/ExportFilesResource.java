package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.export.Export;
import io.tarn.scheduler.export.ExportDownload;
import io.tarn.scheduler.export.ExportService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;

/// The files of an export that has succeeded.
@Path("/v1/tenants/{tenant}/exports/{export}")
@RunOnVirtualThread
public class ExportFilesResource {
  private final ExportService exports;
  private final ExportDownload download;
  private final CurrentTenant tenant;

  ExportFilesResource(ExportService exports, ExportDownload download, CurrentTenant tenant) {
    this.exports = exports;
    this.download = download;
    this.tenant = tenant;
  }

  /// Download one file, as it is stored.
  ///
  /// @param export the id of the export
  /// @param name the name of the file: `result_1.csv.gz`, `result_sign.json`
  @GET
  @Path("files/{name}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(Permission.EXPORT_READ)
  public Response file(@PathParam("export") UUID export, @PathParam("name") String name) {
    var content = download.file(find(export), name);
    return attachment(content, name, MediaType.APPLICATION_OCTET_STREAM);
  }

  /// Download all files as one zip, with the statement and the sign file.
  ///
  /// @param export the id of the export
  @GET
  @Path("zip")
  @Produces("application/zip")
  @RolesAllowed(Permission.EXPORT_READ)
  public Response zip(@PathParam("export") UUID export) {
    var found = find(export);
    return attachment(download.zip(found), "export-" + found.id() + ".zip", "application/zip");
  }

  private Export find(UUID export) {
    return exports.find(tenant.id(), ExportsResource.seen(tenant), export);
  }

  private static Response attachment(
      ExportDownload.Content content, String name, String mediaType) {
    StreamingOutput body = content::writeTo;
    return Response.ok(body, mediaType)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }
}
