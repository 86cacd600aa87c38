package io.tarn.scheduler.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/// Answers that browsers keep as files.
final class Attachments {
  static final String CSV = "text/csv";
  static final String PDF = "application/pdf";
  static final String ZIP = "application/zip";

  private Attachments() {}

  /// @param name of the file
  static Response of(StreamingOutput body, String name, String mediaType) {
    return Response.ok(body, mediaType)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }
}
