package io.tarn.scheduler.api;

import io.tarn.scheduler.approval.ApprovalException;
import io.tarn.scheduler.approval.adapter.AdapterException;
import io.tarn.scheduler.approval.csv.CsvRefusedException;
import io.tarn.scheduler.destination.DestinationException;
import io.tarn.scheduler.export.ExportException;
import io.tarn.scheduler.ledger.LedgerException;
import io.tarn.scheduler.notification.ChannelException;
import io.tarn.scheduler.schedule.ScheduleException;
import io.tarn.service.problem.Problems;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns what the features of this service may fail with into problem documents.
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

  @ServerExceptionMapper
  public Response of(LedgerException failure) {
    return switch (failure) {
      case LedgerException.NotFound _ -> Problems.notFound();
      case LedgerException.Changed e ->
          Problems.response(412, "ledger-changed", e, Map.of("newestVersion", e.newest()));
      case LedgerException.NameTaken e -> Problems.response(409, "name-taken", e);
      case LedgerException.TooMany e -> Problems.response(409, "too-many-change-rules", e);
      case LedgerException.Invalid e ->
          Problems.response(400, "invalid-request", e, Map.of("violations", e.violations()));
    };
  }

  @ServerExceptionMapper
  public Response of(ExportException failure) {
    return switch (failure) {
      case ExportException.NotFound _ -> Problems.notFound();
      case ExportException.NotDelivered e -> Problems.response(409, "export-has-no-files", e);
      case ExportException.FilesUnavailable e -> Problems.response(502, "files-unavailable", e);
      case ExportException.CheckUnavailable e -> Problems.response(503, "unavailable", e);
    };
  }

  @ServerExceptionMapper
  public Response of(DestinationException failure) {
    return switch (failure) {
      case DestinationException.NotFound _ -> Problems.notFound();
      case DestinationException.NameTaken e -> Problems.response(409, "name-taken", e);
      case DestinationException.TooMany e -> Problems.response(409, "too-many-destinations", e);
      case DestinationException.Invalid e ->
          Problems.response(400, "invalid-request", e, Map.of("violations", e.violations()));
    };
  }

  @ServerExceptionMapper
  public Response of(ChannelException failure) {
    return switch (failure) {
      case ChannelException.NotFound _ -> Problems.notFound();
      case ChannelException.NameTaken e -> Problems.response(409, "name-taken", e);
      case ChannelException.TooMany e ->
          Problems.response(409, "too-many-notification-channels", e);
      case ChannelException.NotSigned e -> Problems.response(409, "channel-not-signed", e);
      case ChannelException.Invalid e ->
          Problems.response(400, "invalid-request", e, Map.of("violations", e.violations()));
    };
  }

  @ServerExceptionMapper
  public Response of(ApprovalException failure) {
    return switch (failure) {
      case ApprovalException.NotFound _ -> Problems.notFound();
      case ApprovalException.VersionConflict e ->
          Problems.response(409, "approval-version-conflict", e);
      case ApprovalException.Invalid e ->
          Problems.response(400, "invalid-request", e, Map.of("violations", e.violations()));
    };
  }

  @ServerExceptionMapper
  public Response of(AdapterException failure) {
    return switch (failure) {
      case AdapterException.NotFound _ -> Problems.notFound();
      case AdapterException.NameTaken e -> Problems.response(409, "name-taken", e);
      case AdapterException.TooMany e -> Problems.response(409, "too-many-approval-adapters", e);
      case AdapterException.Changed e ->
          Problems.response(412, "adapter-changed", e, Map.of("newestVersion", e.newest()));
      case AdapterException.Invalid e ->
          Problems.response(400, "invalid-request", e, Map.of("violations", e.violations()));
    };
  }

  @ServerExceptionMapper
  public Response of(CsvRefusedException failure) {
    return Problems.response(
        400,
        "approval-import-refused",
        failure,
        Map.of("faults", failure.faults(), "faultCount", failure.faultCount()));
  }
}
