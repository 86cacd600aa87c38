package io.tarn.common.schema;

/// A column that statements can name.
///
/// @param name the canonical spelling, as `SELECT *` prints it
/// @param hidden whether `SELECT *` leaves it out
public record LakeColumn(String name, LakeType type, boolean hidden) {
  static LakeColumn hidden(String name, LakeType type) {
    return new LakeColumn(name, type, true);
  }
}
