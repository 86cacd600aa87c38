package io.tarn.ingest.api;

import io.quarkus.logging.Log;
import io.tarn.ingest.conflict.ConflictException;
import io.tarn.ingest.deadletter.DeadLetterException;
import io.tarn.ingest.intake.IntakeException;
import io.tarn.ingest.purge.PurgeException;
import io.tarn.ingest.storage.StorageException;
import io.tarn.ingest.upload.UploadException;
import io.tarn.service.problem.Problems;
import io.tarn.service.problem.RequestId;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns what storage and intake refuse into problem documents.
public class IngestProblems {

  @ServerExceptionMapper
  public Response toResponse(StorageException failure) {
    return switch (failure) {
      case StorageException.UnknownStore _ -> Problems.notFound();
      case StorageException.UnknownTenant e -> Problems.response(409, "tenant-not-provisioned", e);
      case StorageException.Conflict e -> Problems.response(409, "store-exists", e);
      case StorageException.NotEmpty e -> Problems.response(409, "not-empty", e);
      case StorageException.TooLong e -> Problems.response(503, "count-takes-too-long", e);
      case StorageException.Unavailable e -> unavailable(e);
    };
  }

  @ServerExceptionMapper
  public Response toResponse(IntakeException failure) {
    return switch (failure) {
      case IntakeException.NotAcknowledged e -> unavailable(e);
      case IntakeException.Aborted e -> Problems.response(400, "upload-aborted", e);
    };
  }

  @ServerExceptionMapper
  public Response toResponse(UploadException failure) {
    return switch (failure) {
      case UploadException.Unknown _ -> Problems.notFound();
      case UploadException.Closed e -> Problems.response(409, "upload-closed", e);
      case UploadException.Busy e -> Problems.response(409, "upload-busy", e);
      case UploadException.Unavailable e -> unavailable(e);
    };
  }

  @ServerExceptionMapper
  public Response toResponse(DeadLetterException failure) {
    return switch (failure) {
      case DeadLetterException.Unknown _ -> Problems.notFound();
      case DeadLetterException.Unavailable e -> unavailable(e);
    };
  }

  @ServerExceptionMapper
  public Response toResponse(ConflictException failure) {
    return switch (failure) {
      case ConflictException.Unknown _ -> Problems.notFound();
      case ConflictException.Unavailable e -> unavailable(e);
    };
  }

  @ServerExceptionMapper
  public Response toResponse(PurgeException failure) {
    return switch (failure) {
      case PurgeException.None _ -> Problems.notFound();
      case PurgeException.NotPossible e -> Problems.response(409, "upload-not-purgeable", e);
      case PurgeException.Outdated e -> Problems.response(409, "preview-outdated", e);
      case PurgeException.TooLong e -> Problems.response(503, "count-takes-too-long", e);
      case PurgeException.Unavailable e -> unavailable(e);
    };
  }

  private static Response unavailable(Exception failure) {
    Log.errorf(failure, "request %s failed", RequestId.current());
    return Problems.response(503, "unavailable", failure);
  }
}
