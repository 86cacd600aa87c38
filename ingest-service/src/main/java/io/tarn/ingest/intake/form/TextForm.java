package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.unpack.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a text is, by its beginning.
sealed interface TextForm {
  /// JSON, or something in which it may be found.
  record Json() implements TextForm {}

  /// The result of a query, as it is exported: CSV behind a line with time and statement.
  ///
  /// @param column the index of the column `eventJson`
  record ResultFile(int column) implements TextForm {}

  /// Nothing that holds events for us.
  record Unknown(String detail) implements TextForm {}

  /// How much is looked at; a statement stands in the first line of a result.
  int LOOK = 32 * 1024;

  /// How much of a text tells that it is none.
  int SAMPLE = 1024;

  /// First bytes of files that are often there by mistake.
  Map<String, String> OTHERS =
      Map.of(
          "PAR1", "Parquet",
          "ORC", "ORC",
          "Obj\u0001", "Avro",
          "BZh", "bzip2",
          "\u00fd7zXZ", "xz",
          "7z\u00bc\u00af", "7z",
          "\u0004\"M\u0018", "lz4",
          "%PDF", "PDF");

  /// Looks at what is ahead.
  static TextForm of(Source text) {
    text.has(SAMPLE);
    var sample = text.ahead(SAMPLE);
    var first = new String(sample, StandardCharsets.ISO_8859_1);
    if (first.startsWith("\u00ff\u00fe") || first.startsWith("\u00fe\u00ff")) {
      return new Unknown("text in UTF-16; send it in UTF-8");
    }
    for (var other : OTHERS.entrySet()) {
      if (first.startsWith(other.getKey())) {
        return new Unknown("a file of the form " + other.getValue());
      }
    }
    if (isBinary(sample)) {
      return new Unknown("binary data of an unknown form");
    }
    return first.startsWith("{") || first.startsWith("[") ? new Json() : lines(text);
  }

  private static TextForm lines(Source text) {
    text.has(LOOK);
    var lines = new String(text.ahead(LOOK), StandardCharsets.UTF_8).split("\r?\n", 3);
    boolean isCommented = lines[0].startsWith("# Execution Time");
    if (isCommented && lines.length < 2) {
      return new Unknown("the result of a query without columns");
    }
    int column = column(lines[lines[0].startsWith("#") && lines.length > 1 ? 1 : 0]);
    if (column >= 0) {
      return new ResultFile(column);
    }
    return isCommented ? new Unknown("the result of a query without eventJson") : new Json();
  }

  private static int column(String header) {
    return List.of(header.toLowerCase(Locale.ROOT).replace("\"", "").split(",", -1))
        .indexOf("eventjson");
  }

  /// Whether many bytes are control characters. NUL is not counted: files are padded with it.
  private static boolean isBinary(byte[] sample) {
    int strange = 0;
    for (byte b : sample) {
      boolean isControl = b >= 1 && b < ' ' && !Text.isSpace(b);
      strange += isControl ? 1 : 0;
    }
    return strange * 20 > sample.length;
  }
}
