package io.tarn.sql.render.postgres;

import io.tarn.sql.StatementException;
import io.tarn.sql.pattern.JsonPath;
import io.tarn.sql.pattern.LikePattern;
import io.tarn.sql.pattern.PatternException;
import io.tarn.sql.pattern.RegexPattern;
import io.tarn.sql.pattern.RegexReplacement;
import io.tarn.sql.pattern.SqlJsonPath;
import io.tarn.sql.pattern.Use;
import io.tarn.sql.render.ExpressionRenderer;
import io.tarn.sql.render.Sql;
import io.tarn.sql.tree.Expression.Call;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// The calls whose text is more than a template: operators over all types, lambdas, and functions
/// of
/// constant patterns.
final class SpecialCalls {

  private final PostgresDialect dialect;
  private final Call call;
  private final ExpressionRenderer renderer;

  SpecialCalls(PostgresDialect dialect, Call call, ExpressionRenderer renderer) {
    this.dialect = dialect;
    this.call = call;
    this.renderer = renderer;
  }

  /// @param name of the template, without `@`
  Sql render(String name) {
    return switch (name) {
      case "equal" -> equal();
      case "not_equal" -> isEqualByFunction() ? Sql.join("(NOT ", equal(), ")") : infix("<>");
      case "less" -> ordered("<");
      case "less_or_equal" -> ordered("<=");
      case "greater" -> ordered(">");
      case "greater_or_equal" -> ordered(">=");
      case "distinct_from" -> infix("IS DISTINCT FROM");
      case "between" -> Sql.join("(", key(0), " BETWEEN ", key(1), " AND ", key(2), ")");
      case "in" -> in();
      case "is_null" -> Sql.join("(", argument(0), " IS NULL)");
      case "like" -> like();
      case "coalesce" -> Sql.join("COALESCE(", Sql.list(", ", all()), ")");
      case "row", "array" -> Lists.array(elements());
      case "element_at_key" -> Encoding.part(argument(0), keyText(1), call.type());
      case "element_at_index" ->
          element(argument(0), call, renderer)
              .map(json -> Encoding.decoded(json, call.type()))
              .orElseGet(
                  () ->
                      Encoding.decoded(
                          Sql.call("lake.element_at", argument(0), argument(1)), call.type()));
      case "map_subscript" ->
          Encoding.decoded(Sql.call("lake.map_subscript", argument(0), keyText(1)), call.type());
      case "date_plus_days" -> dateAndDays("+");
      case "date_minus_days" -> dateAndDays("-");
      case "decimal" -> decimal();
      case "greatest", "least" -> extreme(name.toUpperCase(Locale.ROOT));
      case "transform" -> lambdas().transform();
      case "filter" -> lambdas().filter();
      case "any_match" -> lambdas().anyMatch();
      case "all_match" -> lambdas().allMatch();
      case "none_match" -> lambdas().noneMatch();
      case "zip_with" -> lambdas().zipWith();
      case "reduce" -> lambdas().reduce();
      case "map_filter" -> lambdas().mapFilter();
      case "transform_keys" -> lambdas().transformKeys();
      case "transform_values" -> lambdas().transformValues();
      case "json_value", "json_exists" -> standardPath(name);
      case "json_extract", "json_extract_scalar", "json_size" -> jsonPath(name);
      case "regexp_like" -> regex(name, Use.MATCH);
      case "regexp_extract", "regexp_position" -> regex(name, Use.EXTRACT);
      case "regexp_extract_all" -> regex(name, Use.EXTRACT_ALL);
      case "regexp_replace" -> replacement();
      case "regexp_split" -> regex(name, Use.SPLIT);
      case "regexp_count" -> regex(name, Use.COUNT);
      default -> throw new IllegalStateException("nobody writes @" + name);
    };
  }

  /// The jsonb at a constant index of an array; empty where the index is computed.
  static Optional<Sql> element(Sql array, Call call, ExpressionRenderer renderer) {
    if (!(call.arguments().get(1) instanceof Literal(Long index, _))) {
      return Optional.empty();
    }
    if (index == 0 || index != index.intValue()) {
      throw new StatementException.WrongType(
          call.origin().location(),
          "function element_at",
          "array indexes begin at 1, or at -1 from the end");
    }
    var step = Sql.parameter(index > 0 ? index - 1 : index, "integer");
    return Optional.of(Sql.join("(", array, " -> ", step, ")"));
  }

  private Lambdas lambdas() {
    return new Lambdas(dialect, call, renderer);
  }

  private Sql argument(int index) {
    return renderer.render(call.arguments().get(index));
  }

  private List<Sql> all() {
    return renderer.each(call.arguments());
  }

  private List<Sql> elements() {
    return call.arguments().stream()
        .map(argument -> Encoding.argument(renderer.render(argument), argument.type()))
        .toList();
  }

  private Sql keyText(int index) {
    return Lambdas.keyText(argument(index), call.arguments().get(index).type());
  }

  private Sql infix(String operator) {
    return Sql.join("(", argument(0), " ", operator, " ", argument(1), ")");
  }

  private Sql ordered(String operator) {
    return Sql.join("(", key(0), " ", operator, " ", key(1), ")");
  }

  private Sql key(int index) {
    return dialect.sortable(argument(index), call.arguments().get(index).type());
  }

  /// Arrays, maps and rows with NULLs inside of them can be undecided.
  private boolean isEqualByFunction() {
    var type = call.arguments().getFirst().type();
    return TypeRules.isNested(type);
  }

  private Sql equal() {
    return isEqualByFunction() ? Sql.call("lake.equal", argument(0), argument(1)) : infix("=");
  }

  private Sql in() {
    var items = all();
    if (isEqualByFunction()) {
      var tests =
          items.subList(1, items.size()).stream()
              .map(item -> Sql.call("lake.equal", items.getFirst(), item))
              .toList();
      return Sql.join("(", Sql.list(" OR ", tests), ")");
    }
    return Sql.join(
        "(", items.getFirst(), " IN (", Sql.list(", ", items.subList(1, items.size())), "))");
  }

  private Sql like() {
    var pattern = call.arguments().get(1);
    if (!(pattern instanceof Literal literal)) {
      return Sql.join("(", argument(0), " LIKE like_escape(", argument(1), ", ''))");
    }
    if (!(literal.value() instanceof String text)) {
      return infix("LIKE");
    }
    Optional<Integer> escape =
        call.arguments().size() > 2
                && call.arguments().get(2) instanceof Literal(String character, _)
                && !character.isEmpty()
            ? Optional.of(character.codePointAt(0))
            : Optional.empty();
    var translated = checked(() -> LikePattern.parse(text, escape), "LIKE");
    return Sql.join(
        "(", argument(0), " LIKE ", Sql.parameter(translated.postgresPattern(), "text"), ")");
  }

  private Sql dateAndDays(String sign) {
    var isDateFirst = call.arguments().getFirst().type() == Type.DATE;
    var date = argument(isDateFirst ? 0 : 1);
    var millis = argument(isDateFirst ? 1 : 0);
    return Sql.join("(", date, " ", sign, " lake.days_of(", millis, "))");
  }

  /// Rounded half up to the digits of the result, in which it must fit.
  private Sql decimal() {
    var type = (Type.Decimal) call.type();
    var exact =
        switch (call.function().name()) {
          case "$decimal_add" -> rounded(infix("+"), type);
          case "$decimal_subtract" -> rounded(infix("-"), type);
          case "$decimal_multiply" -> rounded(infix("*"), type);
          case "$decimal_modulus" -> infix("%");
          default ->
              Sql.join(
                  "lake.decimal_divide(", argument(0), ", ", argument(1), ", ", type.scale(), ")");
        };
    return Sql.join("lake.decimal_check(", exact, ", ", type.precision(), ", ", type.scale(), ")");
  }

  private static Sql rounded(Sql exact, Type.Decimal type) {
    return Sql.join("round(", exact, ", ", type.scale(), ")");
  }

  /// Unlike PostgreSQL's, Trino's are NULL where one value is.
  private Sql extreme(String function) {
    var values = IntStream.range(0, call.arguments().size()).mapToObj(this::key).toList();
    var type = call.type();
    if (type == Type.IPADDRESS) {
      throw unsupported(function.toLowerCase(Locale.ROOT), "addresses");
    }
    var tests = values.stream().map(value -> Sql.join(value, " IS NOT NULL")).toList();
    var isFloating = type == Type.DOUBLE || type == Type.REAL;
    var chosen = isFloating ? "lake." + function.toLowerCase(Locale.ROOT) : function;
    var compared =
        type == Type.REAL
            ? values.stream().map(value -> Sql.join(value, "::double precision")).toList()
            : values;
    return Sql.join(
        "CASE WHEN ",
        Sql.list(" AND ", tests),
        " THEN ",
        chosen,
        "(",
        Sql.list(", ", compared),
        type == Type.REAL ? ")::real END" : ") END");
  }

  private Sql jsonPath(String function) {
    var text = constant(1, "a computed path");
    var path = checked(() -> JsonPath.parse(text), function);
    var steps = new ArrayList<Sql>();
    for (var step : path.steps()) {
      if (step instanceof JsonPath.Step.Key(var name) && name.matches("[+-]?[0-9]+")) {
        throw new StatementException.Unsupported(
            call.origin().location(), "function " + function + " with the key " + name);
      }
      steps.add(Sql.parameter(step.name(), "text"));
    }
    var array =
        steps.isEmpty() ? Sql.of("'{}'::text[]") : Sql.join("ARRAY[", Sql.list(", ", steps), "]");
    return Sql.join("lake.", function, "(", argument(0), ", VARIADIC ", array, ")");
  }

  /// A path of the SQL standard.
  private Sql standardPath(String function) {
    var text = constant(1, "a computed path");
    var path = checked(() -> SqlJsonPath.translate(text), function);
    var arguments = new ArrayList<Sql>(all());
    arguments.set(1, Sql.parameter(path.postgresPath(), "jsonpath"));
    return Sql.join("lake.", function, "(", Sql.list(", ", arguments), ")");
  }

  private Sql regex(String function, Use use) {
    var pattern = constant(1, "a computed pattern");
    var isGrouped =
        call.arguments().size() > 2
            && !(call.arguments().get(2) instanceof Literal(Long group, _) && group == 0);
    var translated =
        checked(() -> RegexPattern.translate(pattern, use, isGrouped), "function " + function);
    var parts = new ArrayList<Sql>();
    parts.add(argument(0));
    parts.add(Sql.parameter(translated.postgresPattern(), "text"));
    if (call.arguments().size() > 2) {
      checkGroup(function, translated);
      parts.add(argument(2));
    }
    return Sql.join("lake.", function, "(", Sql.list(", ", parts), ")");
  }

  private void checkGroup(String function, RegexPattern.Translated translated) {
    if (!(call.arguments().get(2) instanceof Literal(Long group, _))) {
      throw unsupported(function, "a computed group");
    }
    if (group < 0 || group > translated.groups()) {
      throw new StatementException.WrongType(
          call.origin().location(),
          "function " + function,
          "the pattern has %d groups, not %d".formatted(translated.groups(), group));
    }
  }

  private Sql replacement() {
    var pattern = constant(1, "a computed pattern");
    var text = call.arguments().size() > 2 ? constant(2, "a computed replacement") : "";
    var translated =
        checked(() -> RegexReplacement.translate(pattern, text), "function regexp_replace");
    return Sql.call(
        "lake.regexp_replace",
        argument(0),
        Sql.parameter(translated.pattern().postgresPattern(), "text"),
        Sql.parameter(translated.postgresReplacement(), "text"));
  }

  /// The text of a constant argument.
  private String constant(int index, String otherwise) {
    if (call.arguments().get(index) instanceof Literal(String text, _)) {
      return text;
    }
    throw unsupported(call.function().name(), otherwise);
  }

  private StatementException unsupported(String function, String what) {
    return new StatementException.Unsupported(
        call.origin().location(), "function " + function + " with " + what);
  }

  /// Reads a pattern, whose fault is one of the call.
  private <T> T checked(Supplier<T> pattern, String construct) {
    try {
      return pattern.get();
    } catch (PatternException.Invalid fault) {
      throw new StatementException.WrongType(
          call.origin().location(), construct, "the pattern is invalid: " + fault.reason());
    } catch (PatternException.Unsupported fault) {
      throw new StatementException.Unsupported(
          call.origin().location(),
          construct,
          construct + " with this pattern is not supported: " + fault.reason());
    } catch (RegexReplacement.InReplacement fault) {
      throw new StatementException.WrongType(
          call.origin().location(),
          construct,
          "the replacement is invalid: " + fault.fault().reason());
    }
  }
}
