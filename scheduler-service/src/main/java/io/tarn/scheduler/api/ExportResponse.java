package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.common.proof.ResultFile;
import io.tarn.scheduler.export.DeliveryStatus;
import io.tarn.scheduler.export.Export;
import io.tarn.scheduler.export.ExportRequest;
import io.tarn.scheduler.export.ExportState;
import io.tarn.scheduler.export.format.ExportFormat;
import io.tarn.service.gate.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An export as its tenant sees it.
///
/// @param id the id of the export
/// @param state where it stands
/// @param deliveryStatus what became of the delivery, in CloudTrail Lake's words
/// @param reason why it stands there, as a word; absent where nothing is to be said
/// @param problem the problem document of its last fault; `missingPermission` names what the
///     identity of the bucket lacks
/// @param owner in whose name the result is read
/// @param format the form of the files
/// @param destination the id of the destination; absent is the tenant's own bucket
/// @param execution the id of the execution whose result it is; absent before there is one
/// @param run the id of the run that it belongs to; absent for an export by itself
/// @param schedule the id of the schedule of that run
/// @param attempts how many faults it has met in a row that may pass
/// @param folder where its files are: `s3://bucket/key/`; absent before that is known
/// @param files the result files that are whole
/// @param rows rows of these files
/// @param bytes bytes of these files, compressed
/// @param createdAt when it was asked for
/// @param startedAt when it began
/// @param endedAt when it ended
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExportResponse(
    UUID id,
    ExportState state,
    DeliveryStatus deliveryStatus,
    @Nullable String reason,
    @Nullable Map<String, Object> problem,
    Actor owner,
    ExportFormat format,
    @Nullable UUID destination,
    @Nullable UUID execution,
    @Nullable UUID run,
    @Nullable UUID schedule,
    int attempts,
    @Nullable String folder,
    List<ExportedFileResponse> files,
    long rows,
    long bytes,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {
  public ExportResponse {
    files = List.copyOf(files);
  }

  /// A result file.
  ///
  /// @param name its name in the folder
  /// @param bytes bytes of the file as it is stored
  /// @param rows rows of the result in it
  /// @param sha256 lower-case hex over its bytes as they are stored
  public record ExportedFileResponse(String name, long bytes, long rows, String sha256) {
    static ExportedFileResponse of(ResultFile file) {
      return new ExportedFileResponse(file.name(), file.bytes(), file.rows(), file.sha256());
    }
  }

  static ExportResponse of(Export export) {
    var outcome = export.outcome();
    ExportRequest request = export.request();
    var run = request.run();
    var folder = export.folder();
    return new ExportResponse(
        export.id(),
        export.state(),
        outcome.delivery(),
        outcome.reason(),
        outcome.problem(),
        export.owner(),
        request.format(),
        request.destination(),
        export.executionId(),
        run == null ? null : run.id(),
        run == null ? null : run.schedule(),
        export.attempts(),
        folder == null ? null : folder.uri(),
        export.files().stream().map(ExportedFileResponse::of).toList(),
        export.rows(),
        export.bytes(),
        export.createdAt(),
        export.startedAt(),
        export.endedAt());
  }
}
