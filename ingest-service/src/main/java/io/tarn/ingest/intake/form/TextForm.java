package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.unpack.Source;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What a text is, by its beginning.
sealed interface TextForm {
  /// JSON, or something in which it may be found.
  record Json() implements TextForm {}

  /// The result of a query, as it is exported: CSV behind time and statement.
  record ResultFile(ResultHeader header) implements TextForm {}

  /// Nothing that holds events for us.
  record Unknown(String detail) implements TextForm {}

  /// How much is looked at; a statement stands at the beginning of a result.
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
    var beginning = new String(text.ahead(LOOK), StandardCharsets.UTF_8);
    var header = ResultHeader.in(beginning);
    if (header.isPresent()) {
      return new ResultFile(header.get());
    }
    if (ResultHeader.isResult(beginning)) {
      return new Unknown("the result of a query without eventJson");
    }
    if (ResultHeader.isEventHistory(beginning)) {
      return new Unknown("CSV of the event history, which holds no events as a whole");
    }
    return text.has(LOOK) && !mayHoldJson(beginning)
        ? new Unknown("text of which no beginning is JSON")
        : new Json();
  }

  private static boolean mayHoldJson(String beginning) {
    return beginning.contains("{")
        || beginning.contains("H4sI")
        || beginning.indexOf(0) >= 0
        || beginning.isBlank();
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
