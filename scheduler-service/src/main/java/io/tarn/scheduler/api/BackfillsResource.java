package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.run.Run;
import io.tarn.scheduler.run.RunService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.idempotency.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/// Runs of a schedule for a range of time that is over.
@Path("/v1/tenants/{tenant}/schedules/{schedule}/backfills")
@RunOnVirtualThread
public class BackfillsResource {
  private final RunService runs;
  private final CurrentTenant tenant;
  private final Idempotency idempotency;

  BackfillsResource(RunService runs, CurrentTenant tenant, Idempotency idempotency) {
    this.runs = runs;
    this.tenant = tenant;
    this.idempotency = idempotency;
  }

  /// Make the runs that a schedule with windows of event time would have made in a range of time.
  /// They run one after another, beside those of the schedule, and leave its windows where they
  /// are. A time that has such a run already gets no other. At most 1,000 runs are made.
  ///
  /// @param schedule the id of the schedule
  @POST
  @RolesAllowed(Permission.SCHEDULE_WRITE)
  @APIResponseSchema(value = BackfillResponse.class, responseCode = "202")
  public Response backfill(
      @PathParam("schedule") UUID schedule,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull BackfillRequest request) {
    return idempotency.answer(
        key,
        "backfill-schedule",
        List.of(schedule, request),
        () -> Response.accepted(made(schedule, request)).build());
  }

  private BackfillResponse made(UUID schedule, BackfillRequest request) {
    var made =
        runs.backfill(
            tenant.id(),
            schedule,
            request.from().truncatedTo(ChronoUnit.MILLIS),
            request.to().truncatedTo(ChronoUnit.MILLIS));
    return new BackfillResponse(made.stream().map(Run::id).toList());
  }

  /// The range of time.
  ///
  /// @param from where the first window begins
  /// @param to until when runs would have been due, this moment included
  public record BackfillRequest(@NotNull Instant from, @NotNull Instant to) {}

  /// What was made.
  ///
  /// @param runs the ids of the runs, in the order of their times
  public record BackfillResponse(List<UUID> runs) {
    public BackfillResponse {
      runs = List.copyOf(runs);
    }
  }
}
