package io.tarn.sql.pattern;

import io.tarn.testing.TestParts;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// PostgreSQL with the translated pattern.
final class PostgresRegex implements RegexEngine, AutoCloseable {
  private final Connection connection;

  PostgresRegex() throws SQLException {
    connection = TestParts.running().connectAsSuperuser();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  @Override
  public String answer(Use use, String pattern, String subject) throws SQLException {
    if (use == Use.REPLACE) {
      return replaced(pattern, subject);
    }
    var translated = RegexPattern.translate(pattern, use);
    return switch (use) {
      case MATCH -> text("select (?::text ~ ?)::text", subject, translated.postgresPattern());
      case COUNT -> text("select regexp_count(?, ?)::text", subject, translated.postgresPattern());
      case SPLIT -> split(subject, translated.postgresPattern());
      case EXTRACT_ALL -> all(subject, translated.postgresPattern());
      case EXTRACT -> first(subject, translated.postgresPattern());
      case REPLACE -> throw new IllegalStateException();
    };
  }

  private String replaced(String pattern, String subject) throws SQLException {
    int groups = RegexParser.parse(pattern).groups();
    var replacement = RegexReplacement.translate(pattern, RegexEngine.replacement(groups));
    return text(
        "select regexp_replace(?, ?, ?, 'g')",
        subject,
        replacement.pattern().postgresPattern(),
        replacement.postgresReplacement());
  }

  private String split(String subject, String pattern) throws SQLException {
    return RegexEngine.joined(
        arrays("select regexp_split_to_array(?, ?)", subject, pattern).getFirst());
  }

  private String all(String subject, String pattern) throws SQLException {
    var matches = arrays("select regexp_matches(?, ?, 'g')", subject, pattern);
    return String.join(";", matches.stream().map(RegexEngine::joined).toList());
  }

  private String first(String subject, String pattern) throws SQLException {
    var at = text("select regexp_instr(?, ?)::text", subject, pattern);
    if (at.equals("0")) {
      return "-";
    }
    var match = arrays("select regexp_match(?, ?)", subject, pattern).getFirst();
    return at + ":" + RegexEngine.joined(match);
  }

  private List<List<@Nullable String>> arrays(String sql, String... parameters)
      throws SQLException {
    try (var statement = prepared(sql, parameters);
        var rows = statement.executeQuery()) {
      var arrays = new ArrayList<List<@Nullable String>>();
      while (rows.next()) {
        arrays.add(array(rows.getArray(1)));
      }
      return arrays;
    }
  }

  private static List<@Nullable String> array(Array array) throws SQLException {
    return Arrays.asList((@Nullable String[]) array.getArray());
  }

  private String text(String sql, String... parameters) throws SQLException {
    try (var statement = prepared(sql, parameters);
        var row = statement.executeQuery()) {
      return only(row);
    }
  }

  private static String only(ResultSet row) throws SQLException {
    row.next();
    return row.getString(1);
  }

  private PreparedStatement prepared(String sql, String... parameters) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setString(i + 1, parameters[i]);
    }
    return statement;
  }
}
