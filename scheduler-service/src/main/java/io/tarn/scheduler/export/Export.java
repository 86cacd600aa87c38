package io.tarn.scheduler.export;

import io.tarn.common.proof.ResultFile;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A result that is delivered as files.
///
/// @param owner in whose name the result is read
/// @param executionId the execution whose result it is; null before there is one
/// @param isCancelled whether somebody has asked it to end
/// @param attempts how many faults it has met in a row that may pass
/// @param submission which execution of its query this is, from 1 on
/// @param folder where its files are; null before that is known, and where none was written
/// @param files the result files that are whole, in their order
/// @param fencingToken of the lease under which the row was read
public record Export(
    TenantId tenant,
    UUID id,
    Actor owner,
    ExportRequest request,
    @Nullable UUID executionId,
    ExportState state,
    Outcome outcome,
    boolean isCancelled,
    int attempts,
    int submission,
    @Nullable Folder folder,
    Progress progress,
    List<ResultFile> files,
    long fencingToken,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  public Export {
    files = List.copyOf(files);
  }

  /// What came of an export so far.
  ///
  /// @param reason a word that clients can branch on; null where nothing is to be said
  /// @param problem the problem document of the last fault; null where there was none
  public record Outcome(
      DeliveryStatus delivery, @Nullable String reason, @Nullable Map<String, Object> problem) {}

  /// A folder of a bucket.
  ///
  /// @param key with `/` at its end
  public record Folder(String bucket, String key) {
    /// The address as Lake writes it: `s3://bucket/key/`.
    public String uri() {
      return "s3://" + bucket + "/" + key;
    }
  }

  /// How far the files are.
  ///
  /// @param next where the first row of the next file is
  /// @param hasAllRows whether the files have all rows
  /// @param completedAt when they had; null before
  /// @param previousStatement SHA-256 of the statement before, of the same schedule
  public record Progress(
      ResultPlace next,
      boolean hasAllRows,
      @Nullable Instant completedAt,
      @Nullable String previousStatement) {}

  /// A place in a result.
  ///
  /// @param cursor of a page; null is the first
  /// @param skip rows from there to the place
  public record ResultPlace(@Nullable String cursor, long skip) {
    static final ResultPlace BEGIN = new ResultPlace(null, 0);
  }

  public long rows() {
    return files.stream().mapToLong(ResultFile::rows).sum();
  }

  public long bytes() {
    return files.stream().mapToLong(ResultFile::bytes).sum();
  }

  /// The key by which query-service knows a repeated submission: the same for each process that
  /// works on this export.
  String idempotencyKey() {
    return "export-%s-%d".formatted(id, submission);
  }
}
