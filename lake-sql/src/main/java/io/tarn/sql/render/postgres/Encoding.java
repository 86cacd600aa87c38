package io.tarn.sql.render.postgres;

import io.tarn.sql.render.Sql;
import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;

/// Values into jsonb and out of it, see [PostgresTypes].
final class Encoding {
  private static final String MILLIS = "'YYYY-MM-DD HH24:MI:SS.MS'";
  private static final String MICROS = "'YYYY-MM-DD HH24:MI:SS.US'";

  private Encoding() {}

  /// A value as jsonb; NULL stays NULL.
  static Sql encoded(Sql value, Type type) {
    return TypeRules.isNested(type) ? value : Sql.call("to_jsonb", argument(value, type));
  }

  /// A value as an argument of jsonb_build_array and its like, where NULL becomes JSON's null.
  static Sql argument(Sql value, Type type) {
    return switch (type) {
      case Type.Timestamp(var precision) ->
          Sql.join("to_char(", value, ", ", precision > 3 ? MICROS : MILLIS, ")");
      case Type.ZonedTimestamp(var precision) ->
          Sql.join("lake.to_varchar(", value, ", " + Math.max(3, precision) + ")");
      case Type.Time _ -> Sql.join(value, "::text");
      case Type.Simple simple ->
          switch (simple) {
            case DATE, UUID -> Sql.join(value, "::text");
            case IPADDRESS -> Sql.call("lake.to_varchar", value);
            case VARBINARY -> Sql.join("encode(", value, ", 'hex')");
            default -> value;
          };
      default -> value;
    };
  }

  /// The value of a whole jsonb; JSON's null is NULL.
  static Sql decoded(Sql json, Type type) {
    return TypeRules.isNested(type)
        ? Sql.join("NULLIF(", json, ", 'null'::jsonb)")
        : ofText(Sql.join("(", json, " #>> '{}')"), type);
  }

  /// The value of an element of an array or a member of an object.
  ///
  /// @param step an index or a key
  static Sql part(Sql json, Sql step, Type type) {
    return TypeRules.isNested(type)
        ? Sql.join("NULLIF(", json, " -> ", step, ", 'null'::jsonb)")
        : ofText(Sql.join("(", json, " ->> ", step, ")"), type);
  }

  private static Sql ofText(Sql text, Type type) {
    if (PostgresTypes.isText(type)) {
      return text;
    }
    if (type == Type.VARBINARY) {
      return Sql.join("decode(", text, ", 'hex')");
    }
    return type instanceof Type.ZonedTimestamp(var precision)
        ? Sql.join("lake.to_zoned(", text, ", " + Math.max(3, precision) + ")")
        : Sql.join(text, "::", PostgresTypes.of(type));
  }
}
