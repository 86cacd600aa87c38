package io.tarn.common.schema;

/// The PostgreSQL types that event tables use.
public enum PostgresType {
  TEXT("text"),
  BOOLEAN("boolean"),
  INTEGER("integer"),
  BIGINT("bigint"),
  DOUBLE("double precision"),
  /// Milliseconds, UTC.
  TIMESTAMP("timestamp(3)"),
  JSONB("jsonb"),
  BYTEA("bytea"),
  UUID("uuid");

  private final String sql;

  PostgresType(String sql) {
    this.sql = sql;
  }

  public String sql() {
    return sql;
  }

  static PostgresType of(LakeType type) {
    return switch (type) {
      case LakeType.Varchar() -> TEXT;
      case LakeType.BooleanType() -> BOOLEAN;
      case LakeType.IntegerType() -> INTEGER;
      case LakeType.Bigint() -> BIGINT;
      case LakeType.DoubleType() -> DOUBLE;
      case LakeType.Timestamp _ -> TIMESTAMP;
      case LakeType.MapType _, LakeType.ArrayType _ -> JSONB;
      case LakeType.RowType _ ->
          throw new IllegalArgumentException("no stored column has the type " + type.display());
    };
  }
}
