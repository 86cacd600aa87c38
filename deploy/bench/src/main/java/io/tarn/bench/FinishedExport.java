package io.tarn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/// An export that has succeeded, as the API tells of it.
///
/// @param folder key of its folder, with `/` at its end
/// @param seconds from its begin to its end, by the service's clock
record FinishedExport(String folder, List<ExportedFile> files, double seconds) {
  FinishedExport {
    files = List.copyOf(files);
  }

  /// A result file.
  ///
  /// @param bytes as it is stored
  /// @param sha256 lower-case hex over the same bytes
  record ExportedFile(String name, long bytes, long rows, String sha256) {}

  static FinishedExport of(JsonNode export) {
    var files =
        StreamSupport.stream(export.path("files").spliterator(), false)
            .map(
                file ->
                    new ExportedFile(
                        file.path("name").asText(),
                        file.path("bytes").asLong(),
                        file.path("rows").asLong(),
                        file.path("sha256").asText()))
            .toList();
    var begin = Instant.parse(export.path("startedAt").asText());
    var end = Instant.parse(export.path("endedAt").asText());
    return new FinishedExport(
        export.path("folder").asText().replaceFirst("^s3://[^/]+/", ""),
        files,
        Duration.between(begin, end).toMillis() / 1e3);
  }

  long rows() {
    return files.stream().mapToLong(ExportedFile::rows).sum();
  }

  long bytes() {
    return files.stream().mapToLong(ExportedFile::bytes).sum();
  }
}
