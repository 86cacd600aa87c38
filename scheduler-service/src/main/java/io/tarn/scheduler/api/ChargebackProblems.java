package io.tarn.scheduler.api;

import io.tarn.scheduler.chargeback.ChargebackException;
import io.tarn.service.problem.Problems;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns what chargeback may fail with into problem documents.
public final class ChargebackProblems {
  @ServerExceptionMapper
  public Response of(ChargebackException failure) {
    return switch (failure) {
      case ChargebackException.NotFound _ -> Problems.notFound();
      case ChargebackException.Changed e ->
          Problems.response(412, "chargeback-changed", e, Map.of("newestVersion", e.newest()));
      case ChargebackException.MeterTaken e -> Problems.response(409, "name-taken", e);
      case ChargebackException.TooManyMeters e -> Problems.response(409, "too-many-meters", e);
      case ChargebackException.MeterBuiltIn e -> Problems.response(409, "meter-built-in", e);
      case ChargebackException.MonthNotEnded e -> Problems.response(409, "month-not-ended", e);
      case ChargebackException.MonthClosed e -> Problems.response(409, "month-closed", e);
      case ChargebackException.MonthOpen e -> Problems.response(409, "month-open", e);
      case ChargebackException.Differs e ->
          Problems.response(
              409,
              "statement-differs",
              e,
              Map.of(
                  "differences",
                  e.differences().stream()
                      .map(
                          one ->
                              Map.of(
                                  "meter", one.meter(),
                                  "lines", one.lines().toPlainString(),
                                  "recount", one.recount().toPlainString()))
                      .toList()));
      case ChargebackException.Unreadable e ->
          e.mayPass()
              ? Problems.response(503, "unavailable", e)
              : Problems.response(409, "usage-unreadable", e);
      case ChargebackException.EventsUnavailable e -> ofEvents(e);
      case ChargebackException.Invalid e ->
          Problems.response(400, "invalid-request", e, Map.of("violations", e.violations()));
    };
  }

  private static Response ofEvents(ChargebackException.EventsUnavailable failure) {
    return switch (failure.status()) {
      case 503 -> Problems.response(503, "unavailable", failure);
      case 403 -> Problems.response(403, "forbidden", failure);
      default -> Problems.response(409, "line-events-unreadable", failure);
    };
  }
}
