package io.tarn.bench.sql;

import io.tarn.bench.Database;
import io.tarn.bench.FigureTable;
import io.tarn.bench.Samples;
import io.tarn.sql.ColumnReader;
import io.tarn.sql.Translation;
import io.tarn.sql.Translator;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Times our text of each class and the hand-written one in turn, on one connection of the tenant,
/// and compares what they answer.
final class SqlRace {
  private static final int WARM_UPS = 2;
  private static final int ROUNDS = 15;
  private static final int SHOWN_OF_A_PLAN = 12;
  private static final double NOTEWORTHY_MILLIS = 50;
  private static final double GOAL = 1.1;
  private static final double NANOS_A_MILLI = 1e6;

  private final Database database;
  private final SqlTenant tenant;
  private final PrintStream out;
  private final Translator translator = new Translator();
  private final List<String> statements = new ArrayList<>();

  SqlRace(Database database, SqlTenant tenant, PrintStream out) {
    this.database = database;
    this.tenant = tenant;
    this.out = out;
  }

  /// Text with parameters, and which columns of a row are told.
  private record Text(String sql, List<Object> parameters, List<Integer> columns) {
    static Text of(Translation translation) {
      var columns =
          translation.columns().stream()
              .map(
                  column ->
                      switch (column.reader()) {
                        case ColumnReader.Scalar(int at) -> at;
                        case ColumnReader.TextMap(int at, _) -> at;
                        case ColumnReader.Json(int at) -> at;
                      })
              .toList();
      return new Text(translation.sql(), translation.parameters(), columns);
    }
  }

  /// What was measured of a class.
  ///
  /// @param ratios of the two times of each round, which follow one another: what else the machine
  ///     does meets both
  private record Result(Samples ours, Samples byHand, Samples ratios, int rows, boolean isEqual) {
    double ratio() {
      return ratios.median();
    }

    boolean isShort() {
      return byHand.median() > NOTEWORTHY_MILLIS && ratio() > GOAL;
    }
  }

  /// The statements of the classes that have been run.
  List<String> statements() {
    return List.copyOf(statements);
  }

  /// Prints a table, and plans where we are slower than the goal allows; false if there are any,
  /// or an answer differs.
  boolean run(List<SqlClass> classes) throws IOException {
    var table = new FigureTable("", "ours ms", "by hand ms", "ratio", "rows", "answers");
    var plans = new StringBuilder();
    var isGood = true;
    try {
      database.connection().setAutoCommit(false);
      for (var each : classes) {
        statements.add(each.lake());
        var ours = Text.of(translator.translate(each.lake(), tenant.context()));
        var byHand = new Text(each.byHand(), List.of(), List.of());
        var result = race(ours, byHand);
        table.add(
            each.name(),
            "%,.1f".formatted(result.ours().median()),
            "%,.1f".formatted(result.byHand().median()),
            "%.2f".formatted(result.ratio()),
            "%,d".formatted(result.rows()),
            result.isEqual() ? "equal" : "DIFFERENT");
        isGood &= result.isEqual() && !result.isShort();
        if (result.isShort()) {
          plans.append(each.name()).append(", ours\n").append(plan(ours));
          plans.append(each.name()).append(", by hand\n").append(plan(byHand));
        }
      }
    } catch (SQLException failure) {
      throw Database.refused(failure);
    }
    table.print(out);
    out.print(plans);
    return isGood;
  }

  private Result race(Text ours, Text byHand) throws SQLException {
    var answer = answer(ours);
    var isEqual = answer.equals(answer(byHand));
    for (var round = 0; round < WARM_UPS; round++) {
      millis(ours);
      millis(byHand);
    }
    var oursTaken = new Samples();
    var byHandTaken = new Samples();
    var ratios = new Samples();
    for (var round = 0; round < ROUNDS; round++) {
      var isOursFirst = round % 2 == 0;
      var first = millis(isOursFirst ? ours : byHand);
      var second = millis(isOursFirst ? byHand : ours);
      oursTaken.add(isOursFirst ? first : second);
      byHandTaken.add(isOursFirst ? second : first);
      ratios.add(isOursFirst ? first / second : second / first);
    }
    return new Result(oursTaken, byHandTaken, ratios, answer.size(), isEqual);
  }

  /// From the request to run it until the first row is here.
  private double millis(Text text) throws SQLException {
    try (var statement = prepared("", text)) {
      statement.setFetchSize(1);
      var start = System.nanoTime();
      try (var rows = statement.executeQuery()) {
        rows.next();
        return (System.nanoTime() - start) / NANOS_A_MILLI;
      }
    } finally {
      database.connection().rollback();
    }
  }

  /// All rows as a bag.
  private List<String> answer(Text text) throws SQLException {
    try (var statement = prepared("", text);
        var rows = statement.executeQuery()) {
      var all = new ArrayList<String>();
      while (rows.next()) {
        all.add(row(rows, text));
      }
      return all.stream().sorted().toList();
    }
  }

  private static String row(ResultSet rows, Text text) throws SQLException {
    var columns = text.columns();
    var count = columns.isEmpty() ? rows.getMetaData().getColumnCount() : columns.size();
    var values = new ArrayList<String>();
    for (var index = 0; index < count; index++) {
      values.add(rows.getString(columns.isEmpty() ? index + 1 : columns.get(index)));
    }
    return values.toString();
  }

  /// The upper steps, which tell plans apart; below are the partitions.
  private String plan(Text text) throws SQLException {
    try (var explain = prepared("explain (analyze, timing off, costs off, buffers off) ", text);
        var lines = explain.executeQuery()) {
      var plan = new StringBuilder();
      for (var line = 0; line < SHOWN_OF_A_PLAN && lines.next(); line++) {
        plan.append("  ").append(lines.getString(1)).append('\n');
      }
      return plan.toString();
    }
  }

  private PreparedStatement prepared(String before, Text text) throws SQLException {
    var statement = database.connection().prepareStatement(before + text.sql());
    var position = 1;
    for (var parameter : text.parameters()) {
      statement.setObject(position++, parameter);
    }
    return statement;
  }
}
