package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.ledger.LedgerException.Invalid;
import io.tarn.scheduler.ledger.report.ChangeReports;
import io.tarn.scheduler.ledger.report.ReportDocument;
import io.tarn.scheduler.report.DocumentSigner;
import io.tarn.scheduler.report.DocumentSigner.Document;
import io.tarn.scheduler.report.DocumentSigner.Form;
import io.tarn.scheduler.tenant.TenantNames;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.problem.ProblemException.Violation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;

/// The monthly reports of the change ledger.
@Path("/v1/tenants/{tenant}/change-reports")
@RunOnVirtualThread
public class ChangeReportsResource {
  private static final String NAME = "change-report-";
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

  private final ChangeReports reports;
  private final TenantNames names;
  private final DocumentSigner signer;
  private final CurrentTenant tenant;

  ChangeReportsResource(
      ChangeReports reports, TenantNames names, DocumentSigner signer, CurrentTenant tenant) {
    this.reports = reports;
    this.names = names;
    this.signer = signer;
    this.tenant = tenant;
  }

  /// Read the report of a month of changes, as the ledger stands now.
  ///
  /// @param month the month (UTC), `2026-05`
  @GET
  @Path("{month}")
  @RolesAllowed(Permission.CHANGE_READ)
  public ChangeReportResponse read(@PathParam("month") String month) {
    return ChangeReportResponse.of(reports.of(tenant.id(), monthOf(month)));
  }

  /// Download the report of a month of changes as CSV: a row for each count, time and change.
  ///
  /// @param month the month (UTC), `2026-05`
  @GET
  @Path("{month}.csv")
  @Produces(Attachments.CSV)
  @RolesAllowed(Permission.CHANGE_READ)
  public Response csv(@PathParam("month") String month) {
    var document = document(monthOf(month));
    StreamingOutput body = document::writeCsv;
    return Attachments.of(body, NAME + month + ".csv", Attachments.CSV);
  }

  /// Download the report of a month of changes as PDF.
  ///
  /// @param month the month (UTC), `2026-05`
  @GET
  @Path("{month}.pdf")
  @Produces(Attachments.PDF)
  @RolesAllowed(Permission.CHANGE_READ)
  public Response pdf(@PathParam("month") String month) {
    var document = document(monthOf(month));
    StreamingOutput body = document::writePdf;
    return Attachments.of(body, NAME + month + ".pdf", Attachments.PDF);
  }

  /// Download the report of a month of changes, signed: a zip with PDF and CSV, the statement of
  /// who asked for what, and the sign file.
  ///
  /// @param month the month (UTC), `2026-05`
  @GET
  @Path("{month}.zip")
  @Produces(Attachments.ZIP)
  @RolesAllowed(Permission.CHANGE_READ)
  public Response signed(@PathParam("month") String month) {
    var report = reports.of(tenant.id(), monthOf(month));
    var document = new ReportDocument(names.of(tenant.id()), report);
    var forms =
        List.of(
            Form.of(NAME + month + ".pdf", document::writePdf),
            Form.of(NAME + month + ".csv", document::writeCsv));
    var signed = new Document("change-report", report.month(), report.state(), forms);
    var zip = signer.zip(signed, tenant.grant());
    StreamingOutput body = out -> out.write(zip);
    return Attachments.of(body, NAME + month + ".zip", Attachments.ZIP);
  }

  private ReportDocument document(YearMonth month) {
    return new ReportDocument(names.of(tenant.id()), reports.of(tenant.id(), month));
  }

  private static YearMonth monthOf(String text) {
    if (!MONTH.matcher(text).matches()) {
      throw new Invalid(List.of(new Violation("month", "must be a month such as 2026-05")));
    }
    return YearMonth.parse(text);
  }
}
