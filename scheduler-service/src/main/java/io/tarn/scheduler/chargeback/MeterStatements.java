package io.tarn.scheduler.chargeback;

import io.tarn.scheduler.schedule.ScheduledQuery;
import io.tarn.sql.parameter.ParameterDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The statements that ask for a meter's usage, made around the meter's own. All are for a window
/// of event time, and see only rows whose time lies in it.
final class MeterStatements {
  /// How names of parameters begin that are not the meter's own.
  static final String PARAMETER = "line_payer_";

  private final MeterDefinition meter;

  MeterStatements(MeterDefinition meter) {
    this.meter = meter;
  }

  /// The meter's own statement.
  ScheduledQuery own() {
    return new ScheduledQuery(null, meter.statement(), meter.parameters(), meter.values());
  }

  /// Usage by day, payer columns and dimensions: `day`, `quantity`, then the payer columns, then
  /// the
  /// dimensions that the meter has.
  ScheduledQuery daily() {
    var columns = new ArrayList<String>();
    meter.columns().payers().forEach(column -> columns.add(text(column)));
    columns.addAll(dimensions().values());
    var selected = new StringBuilder();
    for (int index = 0; index < columns.size(); index++) {
      selected.append(", ").append(columns.get(index)).append(" AS key_").append(index + 1);
    }
    var groups = new ArrayList<>(List.of(day()));
    columns.stream().distinct().forEach(groups::add);
    return query(
        "SELECT " + day() + " AS day, " + sum() + " AS quantity" + selected,
        "\nGROUP BY " + String.join(", ", groups),
        Map.of());
  }

  /// One row: the quantity of all usage.
  ScheduledQuery recount() {
    return query("SELECT " + sum() + " AS quantity", "", Map.of());
  }

  /// The rows of the meter's own statement behind a line.
  ///
  /// @param days on which the line's rate is valid
  ScheduledQuery behind(StatementLine line, Allocation allocation, List<Days> days) {
    var condition = new StringBuilder();
    var values = new HashMap<String, Object>();
    for (int index = 0; index < line.payer().size(); index++) {
      var value = line.payer().get(index);
      var name = PARAMETER + (index + 1);
      condition.append("\n  AND ").append(text(meter.columns().payers().get(index))).append(" = ");
      if (value.isEmpty()) {
        // An empty value would stand for a missing one.
        condition.append("''");
      } else {
        condition.append("{{").append(name).append("}}");
        values.put(name, value);
      }
    }
    condition
        .append("\n  AND ")
        .append(allocation.expression(day(), dimensions()))
        .append(" = ")
        .append(SqlText.literal(line.costCentre()))
        .append("\n  AND (")
        .append(days.stream().map(this::within).collect(Collectors.joining(" OR ")))
        .append(')');
    return query("SELECT *", condition + "\nORDER BY " + time(), values);
  }

  private ScheduledQuery query(String selection, String rest, Map<String, Object> more) {
    var statement =
        selection
            + "\nFROM (\n"
            + meter.statement()
            + "\n) metered\nWHERE "
            + time()
            + " >= {{window.start}} AND "
            + time()
            + " < {{window.end}}"
            + rest;
    var parameters = new ArrayList<>(meter.parameters());
    more.keySet().stream().sorted().forEach(name -> parameters.add(textParameter(name)));
    var values = new HashMap<>(meter.values());
    values.putAll(more);
    return new ScheduledQuery(null, statement, parameters, values);
  }

  private static ParameterDeclaration textParameter(String name) {
    return new ParameterDeclaration(
        name, "text", null, null, true, null, null, null, null, null, null);
  }

  /// Expressions of the dimensions that the meter has, by their index in [Keys#of].
  private Map<Integer, String> dimensions() {
    var found = new LinkedHashMap<Integer, String>();
    var columns = dimensionColumns(meter.columns());
    for (int index = 0; index < columns.size(); index++) {
      var column = columns.get(index);
      if (column != null) {
        found.put(index, text(column));
      }
    }
    return found;
  }

  /// The columns of the dimensions in the order of [Keys#of]; null for one that there is none of.
  static List<@Nullable String> dimensionColumns(MeterColumns columns) {
    var list = new ArrayList<@Nullable String>();
    list.add(columns.principalArn());
    list.add(columns.role());
    list.add(columns.sessionName());
    list.add(columns.account());
    list.add(columns.function());
    return list;
  }

  private String within(Days days) {
    return "("
        + day()
        + " >= DATE '"
        + days.from()
        + "' AND "
        + day()
        + " < DATE '"
        + days.to()
        + "')";
  }

  private String time() {
    return SqlText.name(meter.columns().time());
  }

  private String day() {
    return "CAST(" + time() + " AS date)";
  }

  /// Decimals, for only they have a sum that does not depend on what is added first.
  private String sum() {
    return "sum(CAST(" + SqlText.name(meter.columns().quantity()) + " AS decimal(38, 9)))";
  }

  private static String text(String column) {
    return "coalesce(CAST(" + SqlText.name(column) + " AS varchar), '')";
  }
}
