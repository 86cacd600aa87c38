package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.approval.csv.CsvFault;
import io.tarn.scheduler.approval.csv.CsvImport;
import io.tarn.scheduler.approval.csv.CsvReport;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;

/// Approvals in CSV files.
@Path("/v1/tenants/{tenant}/approvals:import")
@RunOnVirtualThread
public class ApprovalImportResource {
  private final CsvImport files;
  private final CurrentTenant tenant;

  ApprovalImportResource(CsvImport files, CurrentTenant tenant) {
    this.files = files;
    this.tenant = tenant;
  }

  /// Keep the approvals of a CSV file, all or none. Its first line names the columns; several
  /// values of one column are separated by semicolons. It has at most 100,000 further lines.
  ///
  /// @param dryRun whether it is only looked through; then what is wrong with it is in the answer
  @POST
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Permission.APPROVAL_WRITE)
  public ApprovalImportResponse run(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, InputStream body) {
    return ApprovalImportResponse.of(files.run(tenant.id(), body, dryRun));
  }

  /// What came of a CSV file of approvals.
  ///
  /// @param dryRun whether it was only looked through; then the counts say what would be
  /// @param lines how many lines it has, without the one that names the columns
  /// @param added first versions of approvals
  /// @param newer versions that are newer than all known
  /// @param unchanged versions that were known with the same content
  /// @param older versions that were not known and are older than the newest
  /// @param faults the first 100 faults
  /// @param faultCount how many faults there are
  public record ApprovalImportResponse(
      boolean dryRun,
      long lines,
      long added,
      long newer,
      long unchanged,
      long older,
      List<CsvFault> faults,
      long faultCount) {
    public ApprovalImportResponse {
      faults = List.copyOf(faults);
    }

    static ApprovalImportResponse of(CsvReport report) {
      return new ApprovalImportResponse(
          report.isDryRun(),
          report.lines(),
          report.added(),
          report.newer(),
          report.unchanged(),
          report.older(),
          report.faults(),
          report.faultCount());
    }
  }
}
