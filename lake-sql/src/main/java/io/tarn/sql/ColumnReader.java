package io.tarn.sql;

import java.util.OptionalInt;

/// How a value of the result is read from a row of the database. Positions count from 1.
///
/// | type of the column | form in the row |
/// | --- | --- |
/// | `varchar`, `unknown` | `text` |
/// | `boolean`, `integer`, `bigint` | the PostgreSQL type of that name |
/// | `double` | `double precision` |
/// | `decimal` | `numeric` |
/// | `timestamp` | `timestamp` without zone, in UTC |
/// | `map` | `jsonb` object, see [TextMap] |
/// | `row`, `array` | `jsonb`, see [Json] |
public sealed interface ColumnReader {
  /// A value that is read as its PostgreSQL type; SQL NULL is NULL.
  record Scalar(int position) implements ColumnReader {}

  /// A map as a `jsonb` object of text to text, a JSON null being a NULL value. The column at
  /// `orderPosition`, a nullable `bytea`, goes with the text form of the object (whose keys are in
  /// jsonb's order) into [io.tarn.common.schema.MapOrder#restore].
  record TextMap(int position, OptionalInt orderPosition) implements ColumnReader {}

  /// A row or an array as `jsonb`: a row is an object of the lower-case field names, to be shown in
  /// the order of its type; an absent field or a JSON null is NULL. Inside, a timestamp is text in
  /// Lake's form (`2024-05-01 00:00:00.000`), a map is an object, and a row with the map field `f`
  /// may have a text field `f$order`: the map's key order, as above, in hexadecimal digits.
  record Json(int position) implements ColumnReader {}
}
