package io.tarn.sql.oracle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trino.jdbc.TrinoDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A real Trino, whose word counts. One for all tests of a JVM; thread-safe.
///
/// Events that a test loads are tables in `events.lake`, with the columns of Lake §4. Other tables
/// are made by statements (`create table small as select ...`): they come into `memory.lake`, where
/// a name without catalog and schema is looked for.
public final class Oracle {
  private static final Pattern REFUSAL =
      Pattern.compile("Query failed \\(#[^)]*\\): (?:line (\\d+):(\\d+): )?(.*)", Pattern.DOTALL);

  private final OracleProcess process;
  private final Connection connection;
  private final Map<Integer, String> errors;

  private Oracle(OracleProcess process) {
    this.process = process;
    this.connection = connect(process.address());
    this.errors = errors(process.ask("errors"));
  }

  /// Started by the first who asks, in about ten seconds. The test is skipped where the oracle was
  /// not built.
  public static Oracle running() {
    var classPath = OracleProcess.classPath();
    assumeTrue(
        classPath.isPresent(), "no oracle: build deploy/oracle, which writes its class path");
    return Holder.oracle(classPath.orElseThrow());
  }

  /// Makes or replaces a table of events, which are given as JSON.
  ///
  /// @param kind `cloudtrail`, `insight`, `configuration`, `evidence` or `activity`; events of
  ///     another kind are left out
  /// @return the number of its rows
  public int load(String kind, String table, List<String> events) {
    try {
      var file = Files.createTempFile("tarn-oracle", ".jsonl");
      try {
        Files.write(file, events);
        return load(kind, table, file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Makes or replaces a table of the events of a file or folder: one a line, or log files of a
  /// trail.
  public int load(String kind, String table, Path path) {
    var answer = process.ask("load " + kind + " " + table + " " + path.toAbsolutePath());
    if (!answer.startsWith("loaded ")) {
      throw new IllegalArgumentException(answer);
    }
    return Integer.parseInt(answer.substring("loaded ".length()));
  }

  /// What Trino answers to a statement of its own dialect.
  public Answer answer(String sql) {
    try (var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return new Answer.Rows(List.of(), List.of());
      }
      try (var rows = statement.getResultSet()) {
        return TrinoRows.read(rows);
      }
    } catch (SQLException refusal) {
      return refusal(refusal);
    }
  }

  private Answer refusal(SQLException refusal) {
    var message = String.valueOf(refusal.getMessage());
    var parts = REFUSAL.matcher(message);
    if (!parts.matches()) {
      throw new IllegalStateException(refusal);
    }
    var error = errors.getOrDefault(refusal.getErrorCode(), "code " + refusal.getErrorCode());
    return new Answer.Refusal(error, parts.group(3), number(parts, 1), number(parts, 2));
  }

  private static int number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }

  private static Connection connect(String address) {
    var properties = new Properties();
    properties.put("user", "tarn");
    properties.put("timezone", "UTC");
    try {
      return new TrinoDriver().connect(address, properties);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Map<Integer, String> errors(String line) {
    return Arrays.stream(line.split(" "))
        .skip(1)
        .map(entry -> entry.split("="))
        .collect(Collectors.toMap(entry -> Integer.valueOf(entry[0]), entry -> entry[1]));
  }

  private static final class Holder {
    private static @Nullable Oracle oracle;

    private Holder() {}

    static synchronized Oracle oracle(Path classPath) {
      if (oracle == null) {
        oracle = new Oracle(OracleProcess.start(classPath));
      }
      return oracle;
    }
  }
}
