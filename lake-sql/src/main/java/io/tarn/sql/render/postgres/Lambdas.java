package io.tarn.sql.render.postgres;

import io.tarn.sql.render.ExpressionRenderer;
import io.tarn.sql.render.Sql;
import io.tarn.sql.render.Value;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Lambda;
import io.tarn.sql.tree.Symbol;
import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Functions that call lambdas, as sub-queries over the elements of an array or the entries of a
/// map.
///
/// ```
/// transform(a, x -> f(x))
/// (SELECT CASE WHEN a0.v IS NOT NULL THEN
///   (SELECT coalesce(jsonb_agg(f(e0.v) ORDER BY e0.i), '[]')
///    FROM jsonb_array_elements(a0.v) WITH ORDINALITY AS e0(v, i)) END
///  FROM (SELECT a AS v) AS a0)
/// ```
final class Lambdas {
  private final PostgresDialect dialect;
  private final Expression.Call call;
  private final ExpressionRenderer renderer;

  Lambdas(PostgresDialect dialect, Expression.Call call, ExpressionRenderer renderer) {
    this.dialect = dialect;
    this.call = call;
    this.renderer = renderer;
  }

  Sql transform() {
    var lambda = lambda(1);
    return eachElement(
        dialect,
        argument(0),
        element(0),
        part -> encoded(body(lambda, part), lambda.body().type()));
  }

  Sql filter() {
    var lambda = lambda(1);
    var element = dialect.alias("e");
    var condition = body(lambda, Encoding.decoded(column(element, "v"), element(0)));
    return overArray(
        argument(0),
        element,
        Sql.join(
            "coalesce(jsonb_agg(",
            column(element, "v"),
            " ORDER BY ",
            column(element, "i"),
            ") FILTER (WHERE ",
            condition,
            "), '[]'::jsonb)"));
  }

  Sql anyMatch() {
    return matched(
        "CASE WHEN bool_or(%1$s) THEN true WHEN bool_or(%1$s IS NULL) THEN NULL ELSE false END");
  }

  Sql allMatch() {
    return matched(
        "CASE WHEN NOT bool_and(%1$s) THEN false WHEN bool_or(%1$s IS NULL) THEN NULL ELSE true END");
  }

  Sql noneMatch() {
    return Sql.join("(NOT ", anyMatch(), ")");
  }

  private Sql matched(String summary) {
    var element = dialect.alias("e");
    var match = dialect.alias("m");
    var array = dialect.alias("a");
    var condition = body(lambda(1), Encoding.decoded(column(element, "v"), element(0)));
    return Sql.join(
        "(SELECT CASE WHEN ",
        column(array, "v"),
        " IS NOT NULL THEN (SELECT ",
        summary.formatted(column(match, "v").text()),
        " FROM (SELECT ",
        condition,
        " AS v FROM jsonb_array_elements(",
        column(array, "v"),
        ") AS ",
        Sql.quote(element),
        "(v)) AS ",
        Sql.quote(match),
        ") END FROM (SELECT ",
        argument(0),
        " AS v) AS ",
        Sql.quote(array),
        ")");
  }

  Sql zipWith() {
    var lambda = lambda(2);
    var both = dialect.alias("a");
    var element = dialect.alias("e");
    var value =
        body(
            lambda,
            Encoding.decoded(column(element, "x"), element(0)),
            Encoding.decoded(column(element, "y"), element(1)));
    return Sql.join(
        "(SELECT CASE WHEN ",
        column(both, "x"),
        " IS NOT NULL AND ",
        column(both, "y"),
        " IS NOT NULL THEN (SELECT coalesce(jsonb_agg(",
        encoded(value, lambda.body().type()),
        " ORDER BY ",
        column(element, "i"),
        "), '[]'::jsonb) FROM ROWS FROM (jsonb_array_elements(",
        column(both, "x"),
        "), jsonb_array_elements(",
        column(both, "y"),
        ")) WITH ORDINALITY AS ",
        Sql.quote(element),
        "(x, y, i)) END FROM (SELECT ",
        argument(0),
        " AS x, ",
        argument(1),
        " AS y) AS ",
        Sql.quote(both),
        ")");
  }

  /// One step for each element, by a recursive query.
  Sql reduce() {
    var array = dialect.alias("a");
    var step = dialect.alias("r");
    var state = PostgresTypes.of(call.arguments().get(1).type());
    var part = Encoding.part(column(array, "v"), column(step, "i"), element(0));
    var next = body(lambda(2), column(step, "s"), part);
    var result = body(lambda(3), column(step, "s"));
    return Sql.join(
        "(SELECT CASE WHEN ",
        column(array, "v"),
        " IS NOT NULL THEN (WITH RECURSIVE ",
        Sql.quote(step),
        "(i, s) AS (SELECT 0, CAST(",
        argument(1),
        " AS ",
        state,
        ") UNION ALL SELECT ",
        column(step, "i"),
        " + 1, CAST(",
        next,
        " AS ",
        state,
        ") FROM ",
        Sql.quote(step),
        " WHERE ",
        column(step, "i"),
        " < jsonb_array_length(",
        column(array, "v"),
        ")) SELECT ",
        result,
        " FROM ",
        Sql.quote(step),
        " ORDER BY ",
        column(step, "i"),
        " DESC LIMIT 1) END FROM (SELECT ",
        argument(0),
        " AS v) AS ",
        Sql.quote(array),
        ")");
  }

  Sql mapFilter() {
    var type = (Type.MapOf) call.arguments().getFirst().type();
    var entry = dialect.alias("e");
    var condition = body(lambda(1), key(entry, type.key()), item(entry, type.value()));
    return overMap(
        dialect,
        argument(0),
        entry,
        Sql.join(
            "coalesce(jsonb_object_agg(",
            column(entry, "k"),
            ", ",
            column(entry, "v"),
            ") FILTER (WHERE ",
            condition,
            "), '{}'::jsonb)"));
  }

  Sql transformKeys() {
    var type = (Type.MapOf) call.arguments().getFirst().type();
    var lambda = lambda(1);
    var entry = dialect.alias("e");
    var key = body(lambda, key(entry, type.key()), item(entry, type.value()));
    return overMap(
        dialect,
        argument(0),
        entry,
        Sql.join(
            "coalesce(jsonb_object_agg_unique(",
            keyText(key, lambda.body().type()),
            ", ",
            column(entry, "v"),
            "), '{}'::jsonb)"));
  }

  Sql transformValues() {
    var type = (Type.MapOf) call.arguments().getFirst().type();
    var lambda = lambda(1);
    var entry = dialect.alias("e");
    var value = body(lambda, key(entry, type.key()), item(entry, type.value()));
    return overMap(
        dialect,
        argument(0),
        entry,
        Sql.join(
            "coalesce(jsonb_object_agg(",
            column(entry, "k"),
            ", ",
            encoded(value, lambda.body().type()),
            "), '{}'::jsonb)"));
  }

  /// An array whose elements are made of those of another one.
  ///
  /// @param change from a value to jsonb
  static Sql eachElement(
      PostgresDialect dialect, Sql array, Type element, UnaryOperator<Sql> change) {
    return eachElementAsIs(dialect, array, part -> change.apply(Encoding.decoded(part, element)));
  }

  /// The same from jsonb to jsonb.
  static Sql eachElementAsIs(PostgresDialect dialect, Sql array, UnaryOperator<Sql> change) {
    var element = dialect.alias("e");
    var changed = change.apply(column(element, "v"));
    return overArray(
        dialect,
        array,
        element,
        Sql.join(
            "coalesce(jsonb_agg(", changed, " ORDER BY ", column(element, "i"), "), '[]'::jsonb)"));
  }

  /// A map whose keys and values are made of those of another one.
  ///
  /// @param changeValue from a value to jsonb
  static Sql eachEntry(
      PostgresDialect dialect,
      Sql map,
      Type.MapOf type,
      UnaryOperator<Sql> changeKey,
      Type newKey,
      UnaryOperator<Sql> changeValue) {
    var entry = dialect.alias("e");
    return overMap(
        dialect,
        map,
        entry,
        Sql.join(
            "coalesce(jsonb_object_agg(",
            keyText(changeKey.apply(key(entry, type.key())), newKey),
            ", ",
            changeValue.apply(item(entry, type.value())),
            "), '{}'::jsonb)"));
  }

  private Sql overArray(Sql array, String element, Sql summary) {
    return overArray(dialect, array, element, summary);
  }

  private static Sql overArray(PostgresDialect dialect, Sql value, String element, Sql summary) {
    return over(
        dialect,
        value,
        summary,
        "jsonb_array_elements(",
        ") WITH ORDINALITY AS " + Sql.quote(element) + "(v, i)");
  }

  private static Sql overMap(PostgresDialect dialect, Sql value, String entry, Sql summary) {
    return over(dialect, value, summary, "jsonb_each(", ") AS " + Sql.quote(entry) + "(k, v)");
  }

  private static Sql over(
      PostgresDialect dialect, Sql value, Sql summary, String before, String after) {
    var alias = dialect.alias("a");
    var whole = column(alias, "v");
    return Sql.join(
        "(SELECT CASE WHEN ",
        whole,
        " IS NOT NULL THEN (SELECT ",
        summary,
        " FROM ",
        before,
        whole,
        after,
        ") END FROM (SELECT ",
        value,
        " AS v) AS ",
        Sql.quote(alias),
        ")");
  }

  private static Sql column(String alias, String name) {
    return Sql.of(Sql.quote(alias) + "." + name);
  }

  private static Sql key(String entry, Type type) {
    var text = column(entry, "k");
    if (PostgresTypes.isText(type)) {
      return text;
    }
    return TypeRules.isNested(type)
        ? Sql.join(text, "::jsonb")
        : Encoding.decoded(Sql.call("to_jsonb", text), type);
  }

  private static Sql item(String entry, Type type) {
    return Encoding.decoded(column(entry, "v"), type);
  }

  /// A key as the text that stands for it in an object.
  static Sql keyText(Sql key, Type type) {
    return PostgresTypes.isText(type) ? key : Sql.join("(", encoded(key, type), " #>> '{}')");
  }

  private static Sql encoded(Sql value, Type type) {
    return Encoding.encoded(value, type);
  }

  private Sql argument(int index) {
    return renderer.render(call.arguments().get(index));
  }

  private Type element(int index) {
    return ((Type.Array) call.arguments().get(index).type()).element();
  }

  private Lambda lambda(int index) {
    return (Lambda) call.arguments().get(index);
  }

  private Sql body(Lambda lambda, Sql... parameters) {
    Map<Symbol, Value> values = new HashMap<>();
    List<Symbol> symbols = lambda.parameters();
    for (int i = 0; i < symbols.size(); i++) {
      values.put(symbols.get(i), new Value.Written(parameters[i], false, false));
    }
    return renderer.with(values).render(lambda.body());
  }
}
