package io.tarn.sql.function;

import io.tarn.common.schema.LakeType;
import java.util.Optional;

/// Trino's rules for types: which one becomes which by itself, and what can be compared.
public final class TypeRules {
  private TypeRules() {}

  /// Whether a value of one type is taken where the other is expected, without a cast.
  public static boolean coerces(LakeType from, LakeType to) {
    return common(from, to).filter(to::equals).isPresent();
  }

  /// The type that both become when they meet; empty where Trino demands a cast.
  public static Optional<LakeType> common(LakeType one, LakeType other) {
    if (one.equals(other) || other instanceof LakeType.Unknown) {
      return Optional.of(one);
    }
    if (one instanceof LakeType.Unknown) {
      return Optional.of(other);
    }
    if (one instanceof LakeType.Timestamp(var p) && other instanceof LakeType.Timestamp(var q)) {
      return Optional.of(new LakeType.Timestamp(Math.max(p, q)));
    }
    return commonNumber(one, other);
  }

  public static boolean isNumber(LakeType type) {
    return rank(type) > 0;
  }

  /// Whether `=` and IN are supported between two values of the type.
  public static boolean isComparable(LakeType type) {
    return switch (type) {
      case LakeType.MapType _, LakeType.ArrayType _, LakeType.RowType _ -> false;
      default -> true;
    };
  }

  /// Whether values of the type can be sorted here.
  public static boolean isOrderable(LakeType type) {
    return isComparable(type);
  }

  private static Optional<LakeType> commonNumber(LakeType one, LakeType other) {
    if (!isNumber(one) || !isNumber(other)) {
      return Optional.empty();
    }
    var isOneWider = rank(one) >= rank(other);
    var wider = isOneWider ? one : other;
    var narrower = isOneWider ? other : one;
    return Optional.of(
        wider instanceof LakeType.Decimal decimal ? covering(decimal, digits(narrower)) : wider);
  }

  private static LakeType.Decimal covering(LakeType.Decimal decimal, LakeType.Decimal other) {
    var scale = Math.max(decimal.scale(), other.scale());
    var whole = Math.max(decimal.precision() - decimal.scale(), other.precision() - other.scale());
    return new LakeType.Decimal(Math.min(38, whole + scale), scale);
  }

  private static LakeType.Decimal digits(LakeType number) {
    return switch (number) {
      case LakeType.Decimal decimal -> decimal;
      case LakeType.IntegerType() -> new LakeType.Decimal(10, 0);
      default -> new LakeType.Decimal(19, 0);
    };
  }

  private static int rank(LakeType type) {
    return switch (type) {
      case LakeType.IntegerType() -> 1;
      case LakeType.Bigint() -> 2;
      case LakeType.Decimal _ -> 3;
      case LakeType.DoubleType() -> 4;
      default -> 0;
    };
  }
}
