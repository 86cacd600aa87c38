package io.tarn.common.schema;

import java.util.List;

/// One column of an event table.
///
/// @param name the PostgreSQL name
/// @param source what the writer fills it with
/// @param required whether it is NOT NULL
public record StoredColumn(String name, PostgresType type, Source source, boolean required) {

  /// Where the value of a stored column comes from.
  public sealed interface Source {}

  /// A value of the event at a path of JSON keys, of the given Lake type.
  public record Value(List<String> jsonPath, LakeType type) implements Source {
    public Value {
      jsonPath = List.copyOf(jsonPath);
    }
  }

  /// The key order of the map at a path of JSON keys, see [MapOrder].
  public record KeyOrder(List<String> jsonPath) implements Source {
    public KeyOrder {
      jsonPath = List.copyOf(jsonPath);
    }
  }

  /// One bit for each struct that was an object in the event, see [StoredColumns#structs].
  public record StructPresence() implements Source {}

  /// The original text of the event.
  public record Original() implements Source {}

  /// What the writer knows and the event does not.
  public enum Writer implements Source {
    TENANT_ID,
    RECEIVED_TIME,
    INGEST_POSITION,
    DIGEST,
    /// The upload that brought the event.
    UPLOAD_ID,
    /// The number of the file in that upload.
    UPLOAD_FILE
  }
}
