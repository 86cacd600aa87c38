package io.tarn.sql;

import io.tarn.sql.type.Type;
import java.util.Optional;
import java.util.OptionalInt;

/// How a value of the result is read from a row of the database. Positions count from 1.
///
/// | type of the column | form in the row |
/// | --- | --- |
/// | `boolean`, whole numbers, `real`, `double`, `decimal` | the PostgreSQL type of that kind |
/// | `timestamp` | `timestamp` without zone, in UTC |
/// | `map` | `jsonb` object, see [TextMap] |
/// | `row`, `array` | `jsonb`, see [Json] |
/// | all others | `text` as it is shown |
public sealed interface ColumnReader {
  /// A value that is read as its PostgreSQL type; SQL NULL is NULL.
  record Scalar(int position) implements ColumnReader {}

  /// A map as a `jsonb` object, a JSON null being a NULL value. The column at `orderPosition`, a
  /// nullable `bytea`, goes with the text form of the object (whose keys are in jsonb's order) into
  /// [io.tarn.common.schema.MapOrder#restore]. Only a map that comes straight from a store has one.
  record TextMap(int position, OptionalInt orderPosition) implements ColumnReader {}

  /// A row or an array as `jsonb`: a row is an array of its fields in the order of its type; a JSON
  /// null is NULL. Inside, times are text in Lake's form (`2024-05-01 00:00:00.000`), a map is an
  /// object, and JSON is a string with its text.
  record Json(int position) implements ColumnReader {}

  /// The reader of a column of that type.
  ///
  /// @param companion where the order of the keys of a map stands
  static ColumnReader of(Type type, int position, Optional<Integer> companion) {
    return switch (type) {
      case Type.MapOf _ ->
          new TextMap(position, companion.map(OptionalInt::of).orElseGet(OptionalInt::empty));
      case Type.Row _, Type.Array _ -> new Json(position);
      default -> new Scalar(position);
    };
  }
}
