package io.tarn.common.schema;

import static io.tarn.common.schema.RecordField.column;

import java.util.List;

/// The columns of `sys_changes`: one row for each write event, with its newest verdict.
public final class SystemChanges {
  /// The table, in statements as in the database.
  public static final String TABLE = "sys_changes";

  static final List<RecordField> FIELDS =
      List.of(
          column("changeId", LakeType.VARCHAR),
          column("eventId", LakeType.VARCHAR),
          column("eventTime", LakeType.TIMESTAMP),
          column("eventDataStore", LakeType.VARCHAR),
          column("groupId", LakeType.VARCHAR),
          column("accountId", LakeType.VARCHAR),
          column("awsRegion", LakeType.VARCHAR),
          column("eventSource", LakeType.VARCHAR),
          column("eventName", LakeType.VARCHAR),
          column("principalArn", LakeType.VARCHAR),
          column("principalType", LakeType.VARCHAR),
          column("who", LakeType.VARCHAR),
          column("sessionName", LakeType.VARCHAR),
          column("origin", LakeType.VARCHAR),
          column("originReason", LakeType.VARCHAR),
          column("resources", LakeType.VARCHAR),
          column("verdict", LakeType.VARCHAR),
          column("reason", LakeType.VARCHAR),
          column("approvalSystem", LakeType.VARCHAR),
          column("approvalId", LakeType.VARCHAR),
          column("ruleId", LakeType.VARCHAR),
          column("nearestApproval", LakeType.VARCHAR),
          column("nearestReason", LakeType.VARCHAR),
          column("review", LakeType.VARCHAR),
          column("reviewer", LakeType.VARCHAR),
          column("reviewedAt", LakeType.TIMESTAMP),
          column("revision", LakeType.BIGINT),
          column("decidedAt", LakeType.TIMESTAMP));

  private SystemChanges() {}
}
