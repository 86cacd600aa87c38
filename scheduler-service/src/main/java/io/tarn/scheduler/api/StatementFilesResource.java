package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.chargeback.ChargebackException.MonthOpen;
import io.tarn.scheduler.chargeback.StatementReport;
import io.tarn.scheduler.chargeback.StatementService;
import io.tarn.scheduler.report.DocumentSigner;
import io.tarn.scheduler.report.DocumentSigner.Document;
import io.tarn.scheduler.report.DocumentSigner.Form;
import io.tarn.scheduler.tenant.TenantNames;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.List;

/// Statements as files.
@Path("/v1/tenants/{tenant}/chargeback/statements")
@RunOnVirtualThread
public class StatementFilesResource {
  private static final String NAME = "statement-";

  private final StatementService statements;
  private final TenantNames names;
  private final DocumentSigner signer;
  private final CurrentTenant tenant;
  private final Clock clock;

  StatementFilesResource(
      StatementService statements,
      TenantNames names,
      DocumentSigner signer,
      CurrentTenant tenant,
      Clock clock) {
    this.statements = statements;
    this.names = names;
    this.signer = signer;
    this.tenant = tenant;
    this.clock = clock;
  }

  /// Download a statement as CSV: a row for each line and each credit.
  ///
  /// @param month the month, `2026-05`
  @GET
  @Path("{month}.csv")
  @Produces(Attachments.CSV)
  @RolesAllowed(Permission.CHARGEBACK_READ)
  public Response csv(@PathParam("month") String month) {
    var report = report(month);
    StreamingOutput body = report::writeCsv;
    return Attachments.of(body, NAME + month + ".csv", Attachments.CSV);
  }

  /// Download a statement as PDF.
  ///
  /// @param month the month, `2026-05`
  @GET
  @Path("{month}.pdf")
  @Produces(Attachments.PDF)
  @RolesAllowed(Permission.CHARGEBACK_READ)
  public Response pdf(@PathParam("month") String month) {
    var report = report(month);
    StreamingOutput body = out -> report.writePdf(out, clock.instant());
    return Attachments.of(body, NAME + month + ".pdf", Attachments.PDF);
  }

  /// Download the statement of a closed month, signed: a zip with PDF and CSV, the statement of who
  /// asked for what, and the sign file.
  ///
  /// @param month the month, `2026-05`
  @GET
  @Path("{month}.zip")
  @Produces(Attachments.ZIP)
  @RolesAllowed(Permission.CHARGEBACK_READ)
  public Response signed(@PathParam("month") String month) {
    var found = statements.find(tenant.id(), Months.of(month));
    var closedAt = found.closedAt();
    if (closedAt == null) {
      throw new MonthOpen();
    }
    var report = new StatementReport(names.of(tenant.id()), found);
    var forms =
        List.of(
            Form.of(NAME + month + ".pdf", out -> report.writePdf(out, closedAt)),
            Form.of(NAME + month + ".csv", report::writeCsv));
    var document = new Document("chargeback-statement", Months.of(month), "closed", forms);
    var zip = signer.zip(document, tenant.grant());
    StreamingOutput body = out -> out.write(zip);
    return Attachments.of(body, NAME + month + ".zip", Attachments.ZIP);
  }

  private StatementReport report(String month) {
    return new StatementReport(
        names.of(tenant.id()), statements.find(tenant.id(), Months.of(month)));
  }
}
