package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.api.SpecDocument.PreviewRequest;
import io.tarn.scheduler.schedule.ScheduleService;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;

/// Shows when a schedule would run, before it is kept.
@Path("/v1/tenants/{tenant}/schedules:preview")
@RunOnVirtualThread
public class SchedulePreviewResource {
  private static final int SHOWN = 10;

  private final ScheduleService schedules;

  SchedulePreviewResource(ScheduleService schedules) {
    this.schedules = schedules;
  }

  /// Say the next ten times of a spec. Nothing is kept.
  @POST
  @RolesAllowed(Permission.SCHEDULE_READ)
  public PreviewResponse preview(@Valid @NotNull PreviewRequest request) {
    return new PreviewResponse(schedules.preview(request.spec().spec(), SHOWN));
  }

  /// When a schedule would run.
  ///
  /// @param times the next ten times, fewer where there are no more
  public record PreviewResponse(List<Instant> times) {
    public PreviewResponse {
      times = List.copyOf(times);
    }
  }
}
