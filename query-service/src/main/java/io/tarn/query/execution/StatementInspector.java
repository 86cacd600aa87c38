package io.tarn.query.execution;

import io.tarn.common.tenant.TenantId;
import io.tarn.query.scan.ScanVolume;
import io.tarn.query.scan.ScanVolumes;
import io.tarn.query.tenantdb.TenantDatabase;
import io.tarn.query.tenantdb.TenantDatabaseException;
import io.tarn.sql.Translation;
import io.tarn.sql.tree.TreePrinter;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells what a statement would be and take, without running it.
@ApplicationScoped
public class StatementInspector {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// A condition stands in the plan once for each partition, so plans can be long.
  private static final int LONGEST_PLAN = 200_000;

  private static final int PLAN_LINES_AT_A_TIME = 1;

  private final TenantTranslator translator;
  private final TenantDatabase database;
  private final Clock clock;

  StatementInspector(TenantTranslator translator, TenantDatabase database, Clock clock) {
    this.translator = translator;
    this.database = database;
    this.clock = clock;
  }

  /// The columns that the result would have; a statement at fault is refused with all its faults.
  public List<ResultColumn> columns(TenantId tenant, String statement) {
    return ResultColumn.of(translator.check(tenant, statement, clock.instant()));
  }

  /// What a run would scan, were it to begin now; empty where nothing is counted.
  public Estimate estimate(TenantId tenant, String statement) {
    var translation = translator.translate(tenant, statement, clock.instant());
    return new Estimate(
        translation,
        read(tenant, translation, connection -> ScanVolumes.of(connection, translation)));
  }

  /// What the statement means to us, what the database is asked, and how it would answer.
  public Explanation explain(TenantId tenant, String statement) {
    var translation = translator.translate(tenant, statement, clock.instant());
    return new Explanation(
        translation,
        TreePrinter.print(translation.tree()),
        read(tenant, translation, connection -> plan(connection, translation)));
  }

  /// @param volume empty where nothing is counted
  public record Estimate(Translation translation, Optional<ScanVolume> volume) {}

  /// @param tree in the words of Lake
  /// @param plan of the database, one step a line
  public record Explanation(Translation translation, String tree, List<String> plan) {
    public Explanation {
      plan = List.copyOf(plan);
    }
  }

  private static List<String> plan(Connection connection, Translation statement)
      throws SQLException {
    try (var explain = connection.prepareStatement("explain " + statement.sql())) {
      StatementRun.bind(explain, statement);
      explain.setFetchSize(PLAN_LINES_AT_A_TIME);
      try (var rows = explain.executeQuery()) {
        return lines(rows);
      }
    }
  }

  private static List<String> lines(ResultSet rows) throws SQLException {
    var lines = new ArrayList<String>();
    var left = LONGEST_PLAN;
    while (rows.next()) {
      var line = rows.getString(1);
      if (line.length() > left) {
        lines.add("… (the plan goes on)");
        return lines;
      }
      left -= line.length();
      lines.add(line);
    }
    return lines;
  }

  private <T> T read(TenantId tenant, Translation translation, TenantDatabase.Reading<T> reading) {
    try {
      return database.read(tenant, PATIENCE, reading);
    } catch (SQLException failure) {
      if (DatabaseFailures.isOutage(failure)) {
        throw new TenantDatabaseException(
            "a statement of " + tenant + " cannot be judged", failure);
      }
      throw new QueryException.Rejected(DatabaseFailures.failureOf(failure, translation.tree()));
    }
  }
}
