package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.chargeback.StatementReport;
import io.tarn.scheduler.chargeback.StatementService;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.tenant.KnownTenant;
import io.tarn.scheduler.tenant.KnownTenants;
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

/// Statements as files.
@Path("/v1/tenants/{tenant}/chargeback/statements")
@RunOnVirtualThread
public class StatementFilesResource {
  private static final String CSV = "text/csv";
  private static final String PDF = "application/pdf";

  private final StatementService statements;
  private final KnownTenants tenants;
  private final Transactions transactions;
  private final CurrentTenant tenant;
  private final Clock clock;

  StatementFilesResource(
      StatementService statements,
      KnownTenants tenants,
      Transactions transactions,
      CurrentTenant tenant,
      Clock clock) {
    this.statements = statements;
    this.tenants = tenants;
    this.transactions = transactions;
    this.tenant = tenant;
    this.clock = clock;
  }

  /// Download a statement as CSV: a row for each line and each credit.
  ///
  /// @param month the month, `2026-05`
  @GET
  @Path("{month}.csv")
  @Produces(CSV)
  @RolesAllowed(Permission.CHARGEBACK_READ)
  public Response csv(@PathParam("month") String month) {
    var report = report(month);
    StreamingOutput body = report::writeCsv;
    return attachment(body, month + ".csv", CSV);
  }

  /// Download a statement as PDF.
  ///
  /// @param month the month, `2026-05`
  @GET
  @Path("{month}.pdf")
  @Produces(PDF)
  @RolesAllowed(Permission.CHARGEBACK_READ)
  public Response pdf(@PathParam("month") String month) {
    var report = report(month);
    StreamingOutput body = out -> report.writePdf(out, clock.instant());
    return attachment(body, month + ".pdf", PDF);
  }

  private StatementReport report(String month) {
    var id = tenant.id();
    var name = transactions.in(connection -> tenants.find(connection, id)).map(KnownTenant::name);
    return new StatementReport(name.orElseGet(id::value), statements.find(id, Months.of(month)));
  }

  private static Response attachment(StreamingOutput body, String name, String mediaType) {
    return Response.ok(body, mediaType)
        .header("Content-Disposition", "attachment; filename=\"statement-" + name + "\"")
        .build();
  }
}
