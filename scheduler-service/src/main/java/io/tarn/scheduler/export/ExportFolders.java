package io.tarn.scheduler.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/// Keys of folders, as CloudTrail Lake has them.
final class ExportFolders {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu/MM/dd").withZone(ZoneOffset.UTC);

  private ExportFolders() {}

  /// The key of the folder of an execution, without `/` at its end.
  ///
  /// @param prefix what keys begin with; empty, or with `/` at its end
  /// @param account the account that runs the query
  /// @param submittedAt whose day is that of the query
  static String of(String prefix, String account, UUID execution, Instant submittedAt) {
    return "%sAWSLogs/%s/CloudTrail-Lake/Query/%s/%s"
        .formatted(prefix, account, DAY.format(submittedAt), execution);
  }
}
