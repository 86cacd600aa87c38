package io.tarn.sql;

import io.tarn.common.schema.LakeType;

/// A column of the result.
///
/// @param name the key of its values in Lake's answers; names may repeat
/// @param type the type in Trino, [LakeType#display] prints it
/// @param reader how it is read from the row
public record OutputColumn(String name, LakeType type, ColumnReader reader) {}
