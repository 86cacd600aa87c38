package io.tarn.sql.render.postgres;

import io.tarn.sql.SourceLocation;
import io.tarn.sql.StatementException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes PostgreSQL text. Nothing of the statement's author gets into the text: values become `?`.
///
/// Neither the text nor the list of parameters grows beyond what the database takes well.
final class SqlWriter {
  static final int MAX_LENGTH = 2_000_000;

  /// JDBC's driver and the protocol take 65,535.
  static final int MAX_PARAMETERS = 32_000;

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();
  private String indent = "";

  String sql() {
    return sql.toString();
  }

  List<Object> parameters() {
    return parameters;
  }

  SqlWriter write(PgSelect select) {
    append(select.distinct() ? "SELECT DISTINCT " : "SELECT ");
    list(select.items(), ", ", this::write);
    select.source().ifPresent(source -> clause("FROM ").write(source));
    select.where().ifPresent(where -> clause("WHERE ").write(where));
    if (!select.groupBy().isEmpty()) {
      clause("GROUP BY ").list(select.groupBy(), ", ", this::write);
    }
    select.having().ifPresent(having -> clause("HAVING ").write(having));
    if (!select.order().isEmpty()) {
      clause("ORDER BY ").list(select.order(), ", ", this::write);
    }
    select.limit().ifPresent(limit -> clause("LIMIT ").write(limit));
    return this;
  }

  private void write(PgSelect.Item item) {
    write(item.expression());
    append(" AS ").append(quote(item.alias()));
  }

  private void write(PgSelect.Source source) {
    switch (source) {
      case PgSelect.Table(var schema, var name, var alias) ->
          append(quote(schema)).append(".").append(quote(name)).append(" AS ").append(quote(alias));
      case PgSelect.Derived(var select, var alias) -> {
        var outer = indent;
        indent = outer + "  ";
        append("(").write(select).append(") AS ").append(quote(alias));
        indent = outer;
      }
    }
  }

  private void write(PgSelect.Sort sort) {
    write(sort.key());
    append(sort.descending() ? " DESC" : " ASC");
    sort.nulls().ifPresent(nulls -> append(" NULLS ").append(nulls.name()));
  }

  private void write(PgExpression expression) {
    switch (expression) {
      case PgExpression.Column(var table, var name) ->
          append(quote(table)).append(".").append(quote(name));
      case PgExpression.Bound(var value, var type) -> bind(value, type);
      case PgExpression.Null(var type) -> append("NULL::").append(type);
      case PgExpression.TextConstant(var text) -> append(constant(text));
      case PgExpression.NumberConstant(var number) -> append(Long.toString(number));
      case PgExpression.Call(var function, var distinct, var arguments) -> {
        append(function).append(distinct ? "(DISTINCT " : "(");
        list(arguments, ", ", this::write).append(")");
      }
      case PgExpression.CountRows() -> append("count(*)");
      case PgExpression.Infix(var operator, var operands) ->
          append("(").list(operands, " " + operator + " ", this::write).append(")");
      case PgExpression.Prefix(var operator, var operand) -> {
        append("(").append(operator).append(" ").write(operand);
        append(")");
      }
      case PgExpression.Postfix(var operand, var operator) -> {
        append("(").write(operand);
        append(" ").append(operator).append(")");
      }
      case PgExpression.Between(var value, var min, var max) -> {
        append("(").write(value);
        append(" BETWEEN ").write(min);
        append(" AND ").write(max);
        append(")");
      }
      case PgExpression.In(var value, var items) -> {
        append("(").write(value);
        append(" IN (").list(items, ", ", this::write).append("))");
      }
      case PgExpression.Cast(var value, var type) -> {
        append("CAST(").write(value);
        append(" AS ").append(type).append(")");
      }
      case PgExpression.When(var condition, var result) -> {
        append("CASE WHEN ").write(condition);
        append(" THEN ").write(result);
        append(" END");
      }
    }
  }

  private void bind(Object value, String type) {
    refuseMore(parameters.size(), MAX_PARAMETERS);
    parameters.add(value);
    append("?::").append(type);
  }

  private SqlWriter clause(String keyword) {
    return append("\n").append(indent).append(keyword);
  }

  private SqlWriter append(String text) {
    refuseMore(sql.length() + text.length(), MAX_LENGTH);
    sql.append(text);
    return this;
  }

  private static void refuseMore(int size, int most) {
    if (size > most) {
      throw new StatementException.TooLarge(
          new SourceLocation(1, 1, 0),
          "the statement is too large for the database once it is written out");
    }
  }

  private <T> SqlWriter list(List<T> parts, String separator, Consumer<T> write) {
    Optional<String> before = Optional.empty();
    for (var part : parts) {
      before.ifPresent(this::append);
      write.accept(part);
      before = Optional.of(separator);
    }
    return this;
  }

  /// The one method that makes an identifier of a name.
  private static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String constant(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
