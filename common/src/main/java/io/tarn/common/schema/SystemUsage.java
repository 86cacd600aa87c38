package io.tarn.common.schema;

import static io.tarn.common.schema.RecordField.column;

import java.util.List;

/// The columns of `sys_usage`: one row for each statement that ended, with what it scanned and for
/// whom, and without its text, which is shown to whoever ran it.
public final class SystemUsage {
  /// The table, in statements as in the database.
  public static final String TABLE = "sys_usage";

  static final List<RecordField> FIELDS =
      List.of(
          column("executionId", LakeType.VARCHAR),
          column("endedAt", LakeType.TIMESTAMP),
          column("state", LakeType.VARCHAR),
          column("issuer", LakeType.VARCHAR),
          column("subject", LakeType.VARCHAR),
          column("who", LakeType.VARCHAR),
          column("eventsScanned", LakeType.BIGINT),
          column("bytesScanned", LakeType.BIGINT),
          column("rowCount", LakeType.BIGINT));

  private SystemUsage() {}
}
