package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.api.StatementResponse.CreditResponse;
import io.tarn.scheduler.chargeback.LineEvents;
import io.tarn.scheduler.chargeback.StatementService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/// What a tenant's months cost.
@Path("/v1/tenants/{tenant}/chargeback/statements")
@RunOnVirtualThread
public class StatementsResource {
  private final StatementService statements;
  private final LineEvents events;
  private final CurrentTenant tenant;

  StatementsResource(StatementService statements, LineEvents events, CurrentTenant tenant) {
    this.statements = statements;
    this.events = events;
    this.tenant = tenant;
  }

  /// List the months that have statements, the newest first.
  @GET
  @RolesAllowed(Permission.CHARGEBACK_READ)
  public Page<StatementSummary> list() {
    return new Page<>(statements.months(tenant.id()), null).map(StatementSummary::of);
  }

  /// Read the statement of a month: live while it is open, frozen once it is closed.
  ///
  /// @param month the month, `2026-05`
  @GET
  @Path("{month}")
  @RolesAllowed(Permission.CHARGEBACK_READ)
  public StatementResponse read(@PathParam("month") String month) {
    return StatementResponse.of(statements.find(tenant.id(), Months.of(month)));
  }

  /// Read the usage of an open month again, as a whole, and answer its statement.
  ///
  /// @param month the month, `2026-05`
  @POST
  @Path("{month}/recount")
  @RolesAllowed(Permission.CHARGEBACK_WRITE)
  public StatementResponse recount(@PathParam("month") String month) {
    return StatementResponse.of(statements.recount(tenant.id(), Months.of(month)));
  }

  /// Close a month that has ended. Its events are counted twice; where both counts are the same,
  /// the statement is frozen.
  ///
  /// @param month the month, `2026-05`
  @POST
  @Path("{month}/close")
  @RolesAllowed(Permission.CHARGEBACK_CLOSE)
  public StatementResponse close(@PathParam("month") String month) {
    var by = tenant.actor().name();
    return StatementResponse.of(statements.close(tenant.id(), Months.of(month), by));
  }

  /// Give a cost centre something back of a closed month. Lines never change.
  ///
  /// @param month the month, `2026-05`
  @POST
  @Path("{month}/credits")
  @RolesAllowed(Permission.CHARGEBACK_CLOSE)
  @APIResponseSchema(value = CreditResponse.class, responseCode = "201")
  public Response credit(
      @PathParam("month") String month, @Valid @NotNull CreateCreditRequest request) {
    var credit =
        statements.credit(
            tenant.id(),
            Months.of(month),
            new StatementService.CreditPlan(
                request.costCentre(), new BigDecimal(request.amount()), request.reason().strip()),
            tenant.actor().name());
    return Response.status(201).entity(CreditResponse.of(credit)).build();
  }

  /// Read the events behind a line, in the caller's name. The quantities of all rows add up to that
  /// of the line. Where they are not found at once, asking again goes on waiting.
  ///
  /// @param month the month, `2026-05`
  /// @param line the id of the line
  @GET
  @Path("{month}/lines/{line}/events")
  @RolesAllowed(Permission.QUERY_RUN)
  public LineEventsResponse events(
      @PathParam("month") String month,
      @PathParam("line") String line,
      @HeaderParam("Authorization") String authorization,
      @QueryParam("cursor") @Nullable String cursor) {
    var found = statements.line(tenant.id(), Months.of(month), line);
    var after = Cursor.decode(cursor, 2);
    // The first page begins an execution, which the others go on with.
    var key = after == null ? "line:" + line + ":" + UUID.randomUUID() : after.value(0);
    var rows =
        events.read(
            tenant.id(),
            Bearer.grant(authorization),
            key,
            found.asked(),
            after == null ? null : after.value(1));
    var query = found.asked().query();
    return new LineEventsResponse(
        Objects.requireNonNull(query.statement()),
        query.values(),
        found.line().quantity().toPlainString(),
        rows.columns(),
        rows.rows(),
        rows.isTruncated(),
        rows.nextCursor() == null ? null : Cursor.of(key, rows.nextCursor()).encode());
  }

  /// A month that has a statement.
  ///
  /// @param month the month, `2026-05`
  /// @param state open or closed
  /// @param currency of the total; absent while the month is open
  /// @param total sum of the lines of a closed month; absent while it is open
  /// @param closedAt when the month was closed; absent while it is open
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StatementSummary(
      String month,
      @Pattern(regexp = "open|closed") String state,
      @Nullable String currency,
      @Nullable String total,
      @Nullable Instant closedAt) {
    private static StatementSummary of(StatementService.Month month) {
      var statement = month.statement();
      return new StatementSummary(
          month.month().toString(),
          month.closedAt() == null ? "open" : "closed",
          statement == null ? null : statement.currency(),
          statement == null ? null : statement.total().toPlainString(),
          month.closedAt());
    }
  }

  /// What a cost centre is to be given back.
  ///
  /// @param costCentre who gets it; it has to have a line in the month
  /// @param amount in the statement's currency, a decimal; not more than is left
  /// @param reason why, in words
  public record CreateCreditRequest(
      @NotBlank @Size(max = 200) String costCentre,
      @NotNull
          @Pattern(
              regexp = "-?[0-9]{1,15}(\\.[0-9]{1,12})?",
              message = "must be a decimal such as 12.50")
          String amount,
      @NotBlank @Size(max = 2000) String reason) {}

  /// Events behind a line.
  ///
  /// @param statement that selects them
  /// @param values what its parameters stand for
  /// @param quantity of the line, which the rows of all pages add up to
  /// @param columns names of the columns
  /// @param rows values in the order of the columns
  /// @param truncated whether there are more rows than a result may have
  /// @param nextCursor where the next page begins; absent on the last one
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LineEventsResponse(
      String statement,
      Map<String, Object> values,
      String quantity,
      List<String> columns,
      List<?> rows,
      boolean truncated,
      @Nullable String nextCursor) {}
}
