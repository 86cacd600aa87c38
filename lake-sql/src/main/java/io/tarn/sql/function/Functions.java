package io.tarn.sql.function;

import static io.tarn.sql.function.Function.aggregate;
import static io.tarn.sql.function.Function.scalar;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.function.TypePattern.ArrayOf;
import io.tarn.sql.function.TypePattern.Exactly;
import io.tarn.sql.function.TypePattern.MapOf;
import io.tarn.sql.function.TypePattern.Requirement;
import io.tarn.sql.function.TypePattern.Variable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Every function and aggregate that statements can call. Where several signatures of a name fit,
/// the first does.
public final class Functions {
  private static final TypePattern BIGINT = new Exactly(LakeType.BIGINT);
  private static final TypePattern DOUBLE = new Exactly(LakeType.DOUBLE);
  private static final TypePattern ANY = new Variable("T", Requirement.NONE);
  private static final TypePattern SORTABLE = new Variable("T", Requirement.ORDERABLE);
  private static final TypePattern KEY = new Variable("K", Requirement.NONE);
  private static final TypePattern VALUE = new Variable("V", Requirement.NONE);

  public static final Function ELEMENT_AT_KEY =
      scalar("element_at", VALUE, new MapOf(KEY, VALUE), KEY);
  public static final Function ELEMENT_AT_INDEX =
      scalar("element_at", ANY, new ArrayOf(ANY), BIGINT);
  public static final Function COUNT_ROWS = aggregate("count", BIGINT);
  public static final Function COUNT = aggregate("count", BIGINT, ANY);
  public static final Function MIN = aggregate("min", SORTABLE, SORTABLE);
  public static final Function MAX = aggregate("max", SORTABLE, SORTABLE);
  public static final Function SUM_BIGINT = aggregate("sum", BIGINT, BIGINT);
  public static final Function SUM_DOUBLE =
      aggregate("sum", DOUBLE, new Variable("T", Requirement.DOUBLE));

  private static final List<Function> ALL =
      List.of(
          ELEMENT_AT_KEY, ELEMENT_AT_INDEX, COUNT_ROWS, COUNT, MIN, MAX, SUM_BIGINT, SUM_DOUBLE);

  private static final Map<String, List<Function>> BY_NAME =
      ALL.stream().collect(Collectors.groupingBy(Function::name));

  private Functions() {}

  public static List<Function> all() {
    return ALL;
  }

  /// All names that can be called.
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  /// All signatures of this name, whatever its case; empty where there is none.
  public static List<Function> named(String name) {
    return BY_NAME.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /// The signature of this name that takes arguments of these types.
  public static Optional<Function.Resolved> resolve(String name, List<LakeType> arguments) {
    return named(name).stream()
        .flatMap(function -> function.resolve(arguments).stream())
        .findFirst();
  }
}
