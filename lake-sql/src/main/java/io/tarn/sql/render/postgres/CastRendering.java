package io.tarn.sql.render.postgres;

import io.tarn.sql.render.Sql;
import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;
import java.util.List;

/// Casts, as Trino defines them: what PostgreSQL does in the same way stands in the text, the rest
/// is a function of the schema `lake`.
final class CastRendering {
  private static final List<Type> WHOLE =
      List.of(Type.TINYINT, Type.SMALLINT, Type.INTEGER, Type.BIGINT);

  private final PostgresDialect dialect;
  private final boolean isSafe;

  CastRendering(PostgresDialect dialect, boolean isSafe) {
    this.dialect = dialect;
    this.isSafe = isSafe;
  }

  Sql cast(Sql value, Type from, Type to) {
    if (from == Type.UNKNOWN) {
      return Sql.of("NULL::" + PostgresTypes.of(to));
    }
    if (from.equals(to)) {
      return value;
    }
    if (from == Type.JSON) {
      return fromJson(value, to);
    }
    if (to == Type.JSON) {
      return toJson(value, from);
    }
    if (TypeRules.isNested(from)) {
      return nested(value, from, to);
    }
    if (to == Type.VARCHAR) {
      return toText(value, from);
    }
    if (from == Type.VARCHAR) {
      return fromText(value, to);
    }
    return TypeRules.isNumber(to) || to == Type.BOOLEAN
        ? number(value, from, to)
        : time(value, from, to);
  }

  private static Sql toText(Sql value, Type from) {
    return switch (from) {
      case Type.Timestamp(var precision) -> call("to_varchar", value, precision);
      case Type.Time(var precision) -> call("to_varchar", value, precision);
      case Type.ZonedTimestamp(var precision) -> call("to_varchar", value, precision);
      default ->
          from == Type.INTERVAL_DAY
              ? Sql.call("lake.interval_day_text", value)
              : from == Type.INTERVAL_YEAR
                  ? Sql.call("lake.interval_year_text", value)
                  : TypeRules.isWhole(from)
                      ? Sql.join(value, "::text")
                      : Sql.call("lake.to_varchar", value);
    };
  }

  private Sql fromText(Sql value, Type to) {
    return switch (to) {
      case Type.Decimal(var precision, var scale) -> failing("to_decimal", value, precision, scale);
      case Type.Time(var precision) -> failing("to_time", value, precision);
      case Type.Timestamp(var precision) -> failing("to_timestamp", value, precision);
      case Type.ZonedTimestamp(var precision) -> failing("to_zoned", value, precision);
      default -> failing("to_" + (to == Type.IPADDRESS ? "inet" : to.display()), value);
    };
  }

  private Sql number(Sql value, Type from, Type to) {
    if (isWider(from, to)) {
      return Sql.join(value, "::", PostgresTypes.of(to));
    }
    if (to instanceof Type.Decimal(var precision, var scale)) {
      return failing("decimal_of", wide(value, from), precision, scale);
    }
    if (to == Type.DOUBLE && from != Type.BOOLEAN) {
      return Sql.join(value, "::double precision");
    }
    if (to == Type.REAL && from != Type.BOOLEAN && from != Type.DOUBLE) {
      return Sql.join(value, "::real");
    }
    return to == Type.BOOLEAN || to == Type.DOUBLE || to == Type.REAL
        ? Sql.call("lake." + to.display() + "_of", wide(value, from))
        : failing(to.display() + "_of", wide(value, from));
  }

  /// Small whole numbers as the bigint that the functions take.
  private static Sql wide(Sql value, Type from) {
    return TypeRules.isWhole(from) && from != Type.BIGINT ? Sql.join(value, "::bigint") : value;
  }

  private static boolean isWider(Type from, Type to) {
    if (from instanceof Type.Decimal(var p, var s) && to instanceof Type.Decimal(var q, var r)) {
      return r >= s && q - r >= p - s && r == s;
    }
    return WHOLE.contains(from) && WHOLE.indexOf(to) >= WHOLE.indexOf(from);
  }

  private static Sql time(Sql value, Type from, Type to) {
    var local = from instanceof Type.ZonedTimestamp ? Sql.call("lake.local", value) : value;
    return switch (to) {
      case Type.ZonedTimestamp _ ->
          from instanceof Type.ZonedTimestamp
              ? value
              : Sql.call("lake.zoned_of", Sql.join(value, "::timestamp"));
      case Type.Timestamp(var precision) -> Sql.join(local, "::timestamp(" + precision + ")");
      case Type.Time(var precision) -> Sql.join(local, "::time(" + precision + ")");
      default -> Sql.join(local, "::", PostgresTypes.of(to));
    };
  }

  private Sql fromJson(Sql value, Type to) {
    if (TypeRules.isNested(to)) {
      return failing("from_json", value, Sql.of(Sql.constant(PostgresTypes.description(to))));
    }
    if (to == Type.VARCHAR) {
      return failing("varchar_of_json", value);
    }
    return to instanceof Type.Decimal(var precision, var scale)
        ? failing("decimal_of_json", value, precision, scale)
        : failing(to.display() + "_of_json", value);
  }

  private static Sql toJson(Sql value, Type from) {
    return Sql.call(
        "lake.json_of",
        Encoding.encoded(value, from),
        Sql.of(Sql.constant(PostgresTypes.description(from))));
  }

  /// Arrays, maps and rows element by element, unless their elements look the same.
  private Sql nested(Sql value, Type from, Type to) {
    if (looksTheSame(from, to)) {
      return value;
    }
    return switch (from) {
      case Type.Array(var element) when to instanceof Type.Array(var other) ->
          Lambdas.eachElement(
              dialect, value, element, part -> encoded(cast(part, element, other), other));
      case Type.MapOf(var key, var item) when to instanceof Type.MapOf(var otherKey, var other) ->
          Lambdas.eachEntry(
              dialect,
              value,
              new Type.MapOf(key, item),
              part -> cast(part, key, otherKey),
              otherKey,
              part -> encoded(cast(part, item, other), other));
      case Type.Row(var fields) when to instanceof Type.Row(var others) ->
          row(value, fields, others);
      default -> throw new IllegalArgumentException(from.display() + " to " + to.display());
    };
  }

  private static Sql encoded(Sql value, Type type) {
    return Encoding.encoded(value, type);
  }

  private Sql row(Sql value, List<Type.Field> fields, List<Type.Field> others) {
    var alias = dialect.alias("r");
    var row = Sql.of(Sql.quote(alias) + ".v");
    var parts = new java.util.ArrayList<Sql>();
    for (int i = 0; i < fields.size(); i++) {
      var part = Encoding.part(row, Sql.of(Integer.toString(i)), fields.get(i).type());
      parts.add(
          Encoding.argument(
              cast(part, fields.get(i).type(), others.get(i).type()), others.get(i).type()));
    }
    return Sql.join(
        "(SELECT CASE WHEN ",
        row,
        " IS NOT NULL THEN jsonb_build_array(",
        Sql.list(", ", parts),
        ") END FROM (SELECT ",
        value,
        " AS v) AS ",
        Sql.quote(alias),
        ")");
  }

  private static boolean looksTheSame(Type from, Type to) {
    if (from.equals(to) || from == Type.UNKNOWN) {
      return true;
    }
    return switch (from) {
      case Type.Array(var element) when to instanceof Type.Array(var other) ->
          looksTheSame(element, other);
      case Type.MapOf(var key, var value) when to instanceof Type.MapOf(var k, var v) ->
          looksTheSame(key, k) && looksTheSame(value, v);
      case Type.Row(var fields) when to instanceof Type.Row(var others) -> {
        for (int i = 0; i < fields.size(); i++) {
          if (!looksTheSame(fields.get(i).type(), others.get(i).type())) {
            yield false;
          }
        }
        yield true;
      }
      default -> WHOLE.contains(from) && WHOLE.indexOf(to) >= WHOLE.indexOf(from);
    };
  }

  /// A function that fails, or has a twin that gives NULL instead.
  private Sql failing(String name, Object... arguments) {
    return call((isSafe ? "try_" : "") + name, arguments);
  }

  private static Sql call(String name, Object... arguments) {
    var pieces =
        java.util.Arrays.stream(arguments)
            .map(argument -> argument instanceof Sql sql ? sql : Sql.of(argument.toString()))
            .toList();
    return Sql.join("lake.", name, "(", Sql.list(", ", pieces), ")");
  }
}
