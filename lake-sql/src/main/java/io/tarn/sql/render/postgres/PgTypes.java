package io.tarn.sql.render.postgres;

import io.tarn.common.schema.LakeType;

/// The PostgreSQL type in which values of a Lake type are computed.
final class PgTypes {
  static final String TEXT = "text";
  static final String BIGINT = "bigint";
  static final String JSONB = "jsonb";

  private PgTypes() {}

  static String of(LakeType type) {
    return switch (type) {
      case LakeType.Varchar(), LakeType.Unknown() -> TEXT;
      case LakeType.BooleanType() -> "boolean";
      case LakeType.IntegerType() -> "integer";
      case LakeType.Bigint() -> BIGINT;
      case LakeType.DoubleType() -> "double precision";
      case LakeType.Decimal _ -> "numeric";
      case LakeType.Timestamp _ -> "timestamp";
      case LakeType.MapType _, LakeType.ArrayType _, LakeType.RowType _ -> JSONB;
    };
  }
}
