package io.tarn.common.schema;

import static io.tarn.common.schema.RecordField.column;

import java.util.List;

/// The columns of `sys_runs`: one row for each run of a schedule, as it stands.
public final class SystemRuns {
  /// The table, in statements as in the database.
  public static final String TABLE = "sys_runs";

  static final List<RecordField> FIELDS =
      List.of(
          column("runId", LakeType.VARCHAR),
          column("scheduleId", LakeType.VARCHAR),
          column("scheduleName", LakeType.VARCHAR),
          column("origin", LakeType.VARCHAR),
          column("state", LakeType.VARCHAR),
          column("reason", LakeType.VARCHAR),
          column("problem", LakeType.VARCHAR),
          column("dueAt", LakeType.TIMESTAMP),
          column("startedAt", LakeType.TIMESTAMP),
          column("endedAt", LakeType.TIMESTAMP),
          column("windowStart", LakeType.TIMESTAMP),
          column("windowEnd", LakeType.TIMESTAMP),
          column("startPosition", LakeType.BIGINT),
          column("endPosition", LakeType.BIGINT),
          column("ownerSubject", LakeType.VARCHAR),
          column("ownerName", LakeType.VARCHAR),
          column("executionId", LakeType.VARCHAR),
          column("attempts", LakeType.BIGINT),
          column("rowCount", LakeType.BIGINT),
          column("byteCount", LakeType.BIGINT),
          column("rowsAdded", LakeType.BIGINT),
          column("rowsRemoved", LakeType.BIGINT),
          column("alert", LakeType.VARCHAR),
          column("deliveries", LakeType.BIGINT),
          column("deliveriesFailed", LakeType.BIGINT));

  private SystemRuns() {}
}
