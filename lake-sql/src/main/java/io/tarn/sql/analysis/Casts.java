package io.tarn.sql.analysis;

import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;

/// Which casts Trino defines between the types of ours.
final class Casts {
  private Casts() {}

  static boolean isDefined(Type from, Type to) {
    if (from.equals(to) || from == Type.UNKNOWN || TypeRules.coerces(from, to)) {
      return true;
    }
    if (to == Type.JSON) {
      return toJson(from);
    }
    if (from == Type.JSON) {
      return fromJson(to);
    }
    return switch (from) {
      case Type.Array(var element) ->
          to instanceof Type.Array(var other) && isDefined(element, other);
      case Type.MapOf(var key, var value) ->
          to instanceof Type.MapOf(var otherKey, var otherValue)
              && isDefined(key, otherKey)
              && isDefined(value, otherValue);
      case Type.Row row -> to instanceof Type.Row other && isDefined(row, other);
      default -> isScalar(from, to);
    };
  }

  private static boolean isDefined(Type.Row row, Type.Row other) {
    if (row.fields().size() != other.fields().size()) {
      return false;
    }
    for (int i = 0; i < row.fields().size(); i++) {
      if (!isDefined(row.fields().get(i).type(), other.fields().get(i).type())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isScalar(Type from, Type to) {
    if (TypeRules.isNested(to)) {
      return false;
    }
    if (from == Type.VARCHAR) {
      return to != Type.VARBINARY && to != Type.INTERVAL_DAY && to != Type.INTERVAL_YEAR;
    }
    if (to == Type.VARCHAR) {
      return from != Type.VARBINARY;
    }
    if (isNumberOrTruth(from) && isNumberOrTruth(to)) {
      return true;
    }
    if (isTime(from) && isTime(to)) {
      return !(from == Type.DATE && to instanceof Type.Time)
          && !(from instanceof Type.Time && to == Type.DATE);
    }
    return false;
  }

  private static boolean isNumberOrTruth(Type type) {
    return TypeRules.isNumber(type) || type == Type.BOOLEAN;
  }

  private static boolean isTime(Type type) {
    return type == Type.DATE
        || type instanceof Type.Time
        || type instanceof Type.Timestamp
        || type instanceof Type.ZonedTimestamp;
  }

  private static boolean toJson(Type from) {
    return switch (from) {
      case Type.Array(var element) -> toJson(element);
      case Type.MapOf(var key, var value) -> isJsonKey(key) && toJson(value);
      case Type.Row(var fields) -> fields.stream().allMatch(field -> toJson(field.type()));
      default ->
          isNumberOrTruth(from)
              || from == Type.VARCHAR
              || from == Type.JSON
              || from == Type.DATE
              || from == Type.UNKNOWN
              || from instanceof Type.Timestamp;
    };
  }

  private static boolean fromJson(Type to) {
    return switch (to) {
      case Type.Array(var element) -> fromJson(element);
      case Type.MapOf(var key, var value) -> isJsonKey(key) && fromJson(value);
      case Type.Row(var fields) -> fields.stream().allMatch(field -> fromJson(field.type()));
      default -> isNumberOrTruth(to) || to == Type.VARCHAR || to == Type.JSON;
    };
  }

  private static boolean isJsonKey(Type type) {
    return isNumberOrTruth(type) || type == Type.VARCHAR;
  }
}
