package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.schedule.Covered;
import io.tarn.scheduler.schedule.Schedule;
import io.tarn.scheduler.schedule.ScheduleService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.idempotency.Idempotency;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// Schedules of a tenant.
@Path("/v1/tenants/{tenant}/schedules")
@RunOnVirtualThread
public class SchedulesResource {
  private static final String BEARER = "Bearer ";
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final ScheduleService schedules;
  private final CurrentTenant tenant;
  private final Idempotency idempotency;

  SchedulesResource(ScheduleService schedules, CurrentTenant tenant, Idempotency idempotency) {
    this.schedules = schedules;
    this.tenant = tenant;
    this.idempotency = idempotency;
  }

  /// Keep a schedule. It is active at once, and runs in the caller's name.
  @POST
  @RolesAllowed(Permission.SCHEDULE_WRITE)
  @APIResponseSchema(value = ScheduleResponse.class, responseCode = "201")
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam("Authorization") String authorization,
      @Valid @NotNull SaveScheduleRequest request) {
    return idempotency.answer(
        key, "create-schedule", request, () -> created(request, authorization));
  }

  private Response created(SaveScheduleRequest request, String authorization) {
    var begin = check(request, authorization);
    var made = schedules.create(tenant.id(), tenant.actor(), request.plan(), begin);
    var location = "/v1/tenants/%s/schedules/%s".formatted(tenant.id(), made.id());
    return Response.created(URI.create(location))
        .entity(ScheduleResponse.of(made))
        .tag(VersionTag.of(made.version()))
        .build();
  }

  /// List the schedules of the tenant by their names.
  @GET
  @RolesAllowed(Permission.SCHEDULE_READ)
  public Page<ScheduleResponse> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var after = Cursor.decode(cursor, 2);
    var name = after == null ? "" : after.value(0);
    var id = after == null ? BEFORE_ALL : Ends.id(after.value(1));
    var found = schedules.list(tenant.id(), name, id, limit + 1);
    return Page.bounded(
            found,
            limit,
            last -> Cursor.of(last.plan().name(), last.id().toString()),
            SchedulesResource::sizeOf)
        .map(ScheduleResponse::of);
  }

  private static long sizeOf(Schedule schedule) {
    var statement = schedule.plan().query().statement();
    return 2_000L + (statement == null ? 0 : statement.length());
  }

  /// Read a schedule. Its `ETag` is its version.
  ///
  /// @param schedule the id of the schedule
  @GET
  @Path("{schedule}")
  @RolesAllowed(Permission.SCHEDULE_READ)
  public RestResponse<ScheduleResponse> read(@PathParam("schedule") UUID schedule) {
    return tagged(schedules.find(tenant.id(), schedule));
  }

  /// Change a schedule. From now on it runs in the caller's name.
  ///
  /// @param schedule the id of the schedule
  @PUT
  @Path("{schedule}")
  @RolesAllowed(Permission.SCHEDULE_WRITE)
  public RestResponse<ScheduleResponse> change(
      @PathParam("schedule") UUID schedule,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Authorization") String authorization,
      @Valid @NotNull SaveScheduleRequest request) {
    var base = VersionTag.base(ifMatch);
    var begin = check(request, authorization);
    var isAskedFor = !request.from().equals(Covered.NOTHING);
    return tagged(
        schedules.change(
            tenant.id(), tenant.actor(), schedule, base, request.plan(), begin, isAskedFor));
  }

  private Covered check(SaveScheduleRequest request, String authorization) {
    var grant = authorization.substring(BEARER.length()).strip();
    return schedules.check(tenant.id(), grant, request.plan(), request.from());
  }

  /// Delete a schedule. Its runs that have not ended are cancelled.
  ///
  /// @param schedule the id of the schedule
  @DELETE
  @Path("{schedule}")
  @RolesAllowed(Permission.SCHEDULE_WRITE)
  public void delete(
      @PathParam("schedule") UUID schedule, @HeaderParam("If-Match") @Nullable String ifMatch) {
    schedules.delete(tenant.id(), schedule, VersionTag.base(ifMatch));
  }

  /// Pause a schedule: nothing is due until it is resumed. Runs that have begun go on.
  ///
  /// @param schedule the id of the schedule
  @POST
  @Path("{schedule}/pause")
  @RolesAllowed(Permission.SCHEDULE_WRITE)
  public RestResponse<ScheduleResponse> pause(
      @PathParam("schedule") UUID schedule, @Valid @NotNull PauseRequest request) {
    return tagged(schedules.pause(tenant.id(), schedule, request.note()));
  }

  /// Why a schedule is to be paused.
  ///
  /// @param note for people
  public record PauseRequest(@Nullable @Size(max = 500) String note) {}

  /// Resume a schedule from its next time on. What would have been due meanwhile is not made up
  /// for; the next window begins where the last one ended.
  ///
  /// @param schedule the id of the schedule
  @POST
  @Path("{schedule}/resumption")
  @RolesAllowed(Permission.SCHEDULE_WRITE)
  public RestResponse<ScheduleResponse> resume(@PathParam("schedule") UUID schedule) {
    return tagged(schedules.resume(tenant.id(), schedule));
  }

  private static RestResponse<ScheduleResponse> tagged(Schedule schedule) {
    return ResponseBuilder.ok(ScheduleResponse.of(schedule))
        .tag(VersionTag.of(schedule.version()))
        .build();
  }
}
