package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.run.Run;
import io.tarn.scheduler.run.RunService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.gate.RecordedOncePer;
import io.tarn.service.idempotency.Idempotency;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Runs of a schedule.
@Path("/v1/tenants/{tenant}/schedules/{schedule}/runs")
@RunOnVirtualThread
public class RunsResource {
  private static final Instant AFTER_ALL = Instant.parse("9999-12-31T00:00:00Z");
  private static final UUID LAST = new UUID(-1, -1);

  private final RunService runs;
  private final CurrentTenant tenant;
  private final Idempotency idempotency;

  RunsResource(RunService runs, CurrentTenant tenant, Idempotency idempotency) {
    this.runs = runs;
    this.tenant = tenant;
    this.idempotency = idempotency;
  }

  /// Run a schedule now, in its owner's name. A schedule that allows no runs beside each other is
  /// refused while one of its runs has not ended.
  ///
  /// @param schedule the id of the schedule
  @POST
  @RolesAllowed(Permission.SCHEDULE_WRITE)
  @APIResponseSchema(value = RunResponse.class, responseCode = "202")
  public Response runNow(
      @PathParam("schedule") UUID schedule, @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.answer(key, "run-schedule", schedule, () -> accepted(schedule));
  }

  private Response accepted(UUID schedule) {
    var run = runs.runNow(tenant.id(), schedule);
    var location = "/v1/tenants/%s/schedules/%s/runs/%s".formatted(tenant.id(), schedule, run.id());
    return Response.accepted(RunResponse.of(run)).location(URI.create(location)).build();
  }

  /// Cancel a run. One that has not begun ends at once, one that has a little later; one that has
  /// ended stays as it is.
  ///
  /// @param schedule the id of the schedule
  /// @param run the id of the run
  @DELETE
  @Path("{run}")
  @RolesAllowed(Permission.SCHEDULE_WRITE)
  public RestResponse<RunResponse> cancel(
      @PathParam("schedule") UUID schedule, @PathParam("run") UUID run) {
    var asked = runs.cancel(tenant.id(), schedule, run);
    return RestResponse.status(RestResponse.Status.ACCEPTED, RunResponse.of(asked));
  }

  /// List the runs of a schedule, the newest first.
  ///
  /// @param schedule the id of the schedule
  @GET
  @RolesAllowed(Permission.SCHEDULE_READ)
  public Page<RunResponse> list(
      @PathParam("schedule") UUID schedule,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var after = Cursor.decode(cursor, 2);
    var dueAt = after == null ? AFTER_ALL : Ends.time(after.value(0));
    var id = after == null ? LAST : Ends.id(after.value(1));
    var found = runs.list(tenant.id(), schedule, dueAt, id, limit + 1);
    return Page.of(found, limit, RunsResource::placeOf).map(RunResponse::of);
  }

  private static Cursor placeOf(Run run) {
    return Cursor.of(run.dueAt().toString(), run.id().toString());
  }

  /// Read a run.
  ///
  /// @param schedule the id of the schedule
  /// @param run the id of the run
  @GET
  @Path("{run}")
  @RolesAllowed(Permission.SCHEDULE_READ)
  @RecordedOncePer("run")
  public RunResponse read(@PathParam("schedule") UUID schedule, @PathParam("run") UUID run) {
    return RunResponse.of(runs.find(tenant.id(), schedule, run));
  }
}
