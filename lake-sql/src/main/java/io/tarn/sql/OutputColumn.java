package io.tarn.sql;

import io.tarn.sql.type.Type;

/// A column of the result.
///
/// @param name the key of its values in Lake's answers; names may repeat
/// @param type the type in Trino, [Type#display] prints it
/// @param reader how it is read from the row
public record OutputColumn(String name, Type type, ColumnReader reader) {}
