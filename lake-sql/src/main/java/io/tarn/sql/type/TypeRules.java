package io.tarn.sql.type;

import io.tarn.sql.type.Type.Array;
import io.tarn.sql.type.Type.Decimal;
import io.tarn.sql.type.Type.MapOf;
import io.tarn.sql.type.Type.Row;
import io.tarn.sql.type.Type.Simple;
import io.tarn.sql.type.Type.Time;
import io.tarn.sql.type.Type.Timestamp;
import io.tarn.sql.type.Type.ZonedTimestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Trino's rules for types: which one becomes which by itself, and what can be compared.
public final class TypeRules {
  private static final List<Type> WHOLE_NUMBERS =
      List.of(Type.TINYINT, Type.SMALLINT, Type.INTEGER, Type.BIGINT);

  private TypeRules() {}

  /// Whether a value of one type is taken where the other is expected, without a cast.
  public static boolean coerces(Type from, Type to) {
    return common(from, to).filter(to::equals).isPresent();
  }

  /// The type that both become when they meet; empty where Trino demands a cast.
  public static Optional<Type> common(Type one, Type other) {
    if (one.equals(other) || other == Type.UNKNOWN) {
      return Optional.of(one);
    }
    if (one == Type.UNKNOWN) {
      return Optional.of(other);
    }
    if (isNumber(one) && isNumber(other)) {
      return Optional.of(commonNumber(one, other));
    }
    if (isTime(one) && isTime(other)) {
      return commonTime(one, other);
    }
    return switch (one) {
      case Array(var element) when other instanceof Array(var otherElement) ->
          common(element, otherElement).map(Array::new);
      case MapOf(var key, var value) when other instanceof MapOf(var otherKey, var otherValue) ->
          common(key, otherKey).flatMap(k -> common(value, otherValue).map(v -> new MapOf(k, v)));
      case Row row when other instanceof Row otherRow -> commonRow(row, otherRow);
      default -> Optional.empty();
    };
  }

  public static boolean isNumber(Type type) {
    return isWhole(type) || type == Type.REAL || type == Type.DOUBLE || type instanceof Decimal;
  }

  /// Whether the type is one of `tinyint` to `bigint`.
  public static boolean isWhole(Type type) {
    return type instanceof Simple && WHOLE_NUMBERS.contains(type);
  }

  /// Whether the type is made of others: its values are arrays, maps or rows.
  public static boolean isNested(Type type) {
    return type instanceof Array || type instanceof MapOf || type instanceof Row;
  }

  /// Whether `=`, IN and GROUP BY are defined between two values of the type.
  public static boolean isComparable(Type type) {
    return switch (type) {
      case Array(var element) -> isComparable(element);
      case MapOf(_, var value) -> isComparable(value);
      case Row(var fields) -> fields.stream().allMatch(field -> isComparable(field.type()));
      case Type.Lambda _ -> false;
      default -> true;
    };
  }

  /// Whether values of the type have an order here. Trino also orders arrays and rows.
  public static boolean isOrderable(Type type) {
    return !isNested(type) && !(type instanceof Type.Lambda) && type != Type.JSON;
  }

  /// The decimal that holds every value of a whole type; a decimal is its own.
  public static Decimal decimalOf(Type number) {
    return switch (number) {
      case Decimal decimal -> decimal;
      case Simple simple ->
          switch (simple) {
            case TINYINT -> new Decimal(3, 0);
            case SMALLINT -> new Decimal(5, 0);
            case INTEGER -> new Decimal(10, 0);
            default -> new Decimal(19, 0);
          };
      default -> throw new IllegalArgumentException(number.display());
    };
  }

  private static Type commonNumber(Type one, Type other) {
    if (isWhole(one) && isWhole(other)) {
      return WHOLE_NUMBERS.get(Math.max(WHOLE_NUMBERS.indexOf(one), WHOLE_NUMBERS.indexOf(other)));
    }
    if (one == Type.DOUBLE || other == Type.DOUBLE) {
      return Type.DOUBLE;
    }
    if (one == Type.REAL || other == Type.REAL) {
      return Type.REAL;
    }
    var left = decimalOf(one);
    var right = decimalOf(other);
    var scale = Math.max(left.scale(), right.scale());
    var whole = Math.max(left.precision() - left.scale(), right.precision() - right.scale());
    return new Decimal(Math.min(Decimal.MAX_PRECISION, whole + scale), scale);
  }

  private static boolean isTime(Type type) {
    return type == Type.DATE
        || type instanceof Time
        || type instanceof Timestamp
        || type instanceof ZonedTimestamp;
  }

  private static Optional<Type> commonTime(Type one, Type other) {
    if (one instanceof Time(var p) && other instanceof Time(var q)) {
      return Optional.of(new Time(Math.max(p, q)));
    }
    if (one instanceof Time || other instanceof Time) {
      return Optional.empty();
    }
    var precision = Math.max(precision(one), precision(other));
    return Optional.of(
        one instanceof ZonedTimestamp || other instanceof ZonedTimestamp
            ? new ZonedTimestamp(precision)
            : new Timestamp(precision));
  }

  private static int precision(Type type) {
    return switch (type) {
      case Timestamp(var precision) -> precision;
      case ZonedTimestamp(var precision) -> precision;
      default -> 0;
    };
  }

  private static Optional<Type> commonRow(Row one, Row other) {
    if (one.fields().size() != other.fields().size()) {
      return Optional.empty();
    }
    var fields = new ArrayList<Type.Field>();
    for (int i = 0; i < one.fields().size(); i++) {
      var left = one.fields().get(i);
      var right = other.fields().get(i);
      var type = common(left.type(), right.type());
      if (type.isEmpty()) {
        return Optional.empty();
      }
      var name = Objects.equals(left.name(), right.name()) ? left.name() : null;
      fields.add(new Type.Field(name, type.get()));
    }
    return Optional.of(new Row(fields));
  }
}
