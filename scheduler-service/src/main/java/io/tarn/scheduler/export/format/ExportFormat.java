package io.tarn.scheduler.export.format;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/// A form of exported files.
public enum ExportFormat {
  /// CSV as CloudTrail Lake writes it, compressed by gzip.
  CSV("csv", ".csv.gz"),
  /// One JSON object a line, compressed by gzip.
  NDJSON("ndjson", ".ndjson.gz"),
  /// Parquet with the types of the columns, compressed by zstd.
  PARQUET("parquet", ".parquet");

  private final String wireName;
  private final String suffix;

  ExportFormat(String wireName, String suffix) {
    this.wireName = wireName;
    this.suffix = suffix;
  }

  /// The name in requests, answers and the database: `csv`.
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /// The name of a file.
  ///
  /// @param number which file of the export it is, from 1
  public String fileName(int number) {
    return "result_" + number + suffix;
  }

  public static Optional<ExportFormat> of(String wireName) {
    return Arrays.stream(values()).filter(known -> known.wireName.equals(wireName)).findFirst();
  }
}
