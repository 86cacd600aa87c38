package io.tarn.scheduler.api;

import io.tarn.scheduler.schedule.ScheduleException;
import io.tarn.service.problem.Problems;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns what schedules may fail with into problem documents.
public final class SchedulerProblems {
  @ServerExceptionMapper
  public Response of(ScheduleException failure) {
    return switch (failure) {
      case ScheduleException.NotFound _ -> Problems.notFound();
      case ScheduleException.Changed e ->
          Problems.response(412, "schedule-changed", e, Map.of("newestVersion", e.newest()));
      case ScheduleException.NameTaken e -> Problems.response(409, "name-taken", e);
      case ScheduleException.TooMany e -> Problems.response(409, "too-many-schedules", e);
      case ScheduleException.RunIsLive e -> Problems.response(409, "run-has-not-ended", e);
      case ScheduleException.CheckUnavailable e -> Problems.response(503, "unavailable", e);
      case ScheduleException.Invalid e ->
          Problems.response(400, "invalid-request", e, Map.of("violations", e.violations()));
    };
  }
}
