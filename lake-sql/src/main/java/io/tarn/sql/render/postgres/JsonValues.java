package io.tarn.sql.render.postgres;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.render.postgres.PgExpression.Call;
import io.tarn.sql.render.postgres.PgExpression.Cast;
import io.tarn.sql.render.postgres.PgExpression.Infix;
import io.tarn.sql.render.postgres.PgExpression.TextConstant;

/// Parts of jsonb values as values of their Lake types; a JSON null is NULL.
final class JsonValues {
  private static final PgExpression JSON_NULL = new Cast(new TextConstant("null"), PgTypes.JSONB);

  private JsonValues() {}

  static PgExpression field(PgExpression row, String name, LakeType type) {
    return part(row, new TextConstant(name), type);
  }

  /// @param step a key of an object, or an index of an array from 0
  static PgExpression part(PgExpression json, PgExpression step, LakeType type) {
    return switch (type) {
      case LakeType.Varchar(), LakeType.Unknown() -> Infix.of(json, "->>", step);
      case LakeType.MapType _, LakeType.ArrayType _, LakeType.RowType _ ->
          Call.of("NULLIF", Infix.of(json, "->", step), JSON_NULL);
      default -> new Cast(Infix.of(json, "->>", step), PgTypes.of(type));
    };
  }
}
