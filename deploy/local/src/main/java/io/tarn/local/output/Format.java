package io.tarn.local.output;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The forms in which an answer is printed.
public enum Format {
  TABLE,
  CSV,
  JSON,
  NDJSON;

  public static Optional<Format> named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  public RowWriter writer(PrintStream out) {
    return switch (this) {
      case TABLE -> new TableWriter(out);
      case CSV -> new CsvWriter(out);
      case JSON -> new JsonWriter(out);
      case NDJSON -> new NdjsonWriter(out);
    };
  }
}
