package io.tarn.sql.render.postgres;

import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;

/// The PostgreSQL types in which values of Lake's types are computed, and their form inside of
/// arrays, maps and rows, which are jsonb.
///
/// | type | column | inside of jsonb |
/// | --- | --- | --- |
/// | `varchar`, `json`, `unknown` | `text` | string |
/// | numbers, `boolean` | the type of that kind | number, boolean |
/// | `date`, `time`, `timestamp`, `uuid`, `ipaddress` | the type of that kind | string |
/// | `timestamp with time zone` | `lake.zoned` | string |
/// | intervals | `bigint` milliseconds, `integer` months | number |
/// | `varbinary` | `bytea` | string of hexadecimal digits |
/// | `array`, `row` | `jsonb` array | the same |
/// | `map` | `jsonb` object | the same |
final class PostgresTypes {
  private PostgresTypes() {}

  static String of(Type type) {
    return switch (type) {
      case Type.Simple simple ->
          switch (simple) {
            case BOOLEAN -> "boolean";
            case TINYINT, SMALLINT -> "smallint";
            case INTEGER, INTERVAL_YEAR -> "integer";
            case BIGINT, INTERVAL_DAY -> "bigint";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case VARCHAR, JSON, UNKNOWN -> "text";
            case VARBINARY -> "bytea";
            case DATE -> "date";
            case IPADDRESS -> "inet";
            case UUID -> "uuid";
          };
      case Type.Decimal _ -> "numeric";
      case Type.Time _ -> "time";
      case Type.Timestamp _ -> "timestamp";
      case Type.ZonedTimestamp _ -> "lake.zoned";
      case Type.Array _, Type.MapOf _, Type.Row _ -> "jsonb";
      case Type.Lambda _ -> throw new IllegalArgumentException(type.display());
    };
  }

  static boolean isText(Type type) {
    return type == Type.VARCHAR || type == Type.JSON || type == Type.UNKNOWN;
  }

  private static String quoted(String name) {
    return name.matches("[a-z0-9_]+") ? name : '"' + name + '"';
  }

  /// How elements of the type are ordered inside of jsonb, for functions that sort.
  static String kind(Type type) {
    if (type == Type.BOOLEAN) {
      return "boolean";
    }
    return TypeRules.isNumber(type) || type == Type.INTERVAL_DAY || type == Type.INTERVAL_YEAR
        ? "number"
        : "text";
  }

  /// The description of a type that functions of the schema `lake` take.
  static String description(Type type) {
    return switch (type) {
      case Type.Row(var fields) -> {
        var parts =
            fields.stream()
                .map(
                    f ->
                        (f.name() == null ? "\"\" " : quoted(f.name()) + " ")
                            + description(f.type()))
                .toList();
        yield "row(" + String.join(",", parts) + ")";
      }
      case Type.Array(var element) -> "array(" + description(element) + ")";
      case Type.MapOf(var key, var value) ->
          "map(" + description(key) + "," + description(value) + ")";
      default -> type.display();
    };
  }
}
