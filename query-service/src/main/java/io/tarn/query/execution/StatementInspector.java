package io.tarn.query.execution;

import io.tarn.common.tenant.TenantId;
import io.tarn.query.engine.EngineException;
import io.tarn.query.engine.OpenStatement;
import io.tarn.query.engine.QueryEngine;
import io.tarn.query.scan.ScanVolume;
import io.tarn.query.tenantdb.SessionLimits;
import io.tarn.query.tenantdb.TenantDatabaseException;
import io.tarn.sql.Translation;
import io.tarn.sql.tree.TreePrinter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Tells what a statement would be and take, without running it.
@ApplicationScoped
public class StatementInspector {
  private static final SessionLimits PATIENCE = SessionLimits.ofTime(Duration.ofSeconds(5));

  private final TenantTranslator translator;
  private final QueryEngine engine;
  private final Clock clock;

  StatementInspector(TenantTranslator translator, QueryEngine engine, Clock clock) {
    this.translator = translator;
    this.engine = engine;
    this.clock = clock;
  }

  /// The columns that the result would have; a statement at fault is refused with all its faults.
  public List<ResultColumn> columns(TenantId tenant, QueryText text) {
    return ResultColumn.of(translator.check(tenant, text, clock.instant()));
  }

  /// What a run would scan, were it to begin now; empty where nothing is counted.
  public Estimate estimate(TenantId tenant, QueryText text) {
    var translation = translator.translate(tenant, text, clock.instant());
    return new Estimate(translation, ask(tenant, translation, OpenStatement::volume));
  }

  /// What the statement means to us, what the engine is asked, and how it would answer.
  public Explanation explain(TenantId tenant, QueryText text) {
    var translation = translator.translate(tenant, text, clock.instant());
    return new Explanation(
        translation,
        TreePrinter.print(translation.tree()),
        ask(tenant, translation, OpenStatement::plan));
  }

  /// @param volume empty where nothing is counted
  public record Estimate(Translation translation, Optional<ScanVolume> volume) {}

  /// @param tree in the words of Lake
  /// @param plan of the engine, one step a line
  public record Explanation(Translation translation, String tree, List<String> plan) {
    public Explanation {
      plan = List.copyOf(plan);
    }
  }

  private <T> T ask(TenantId tenant, Translation translation, QueryEngine.Use<T> question) {
    try {
      return engine.open(tenant, PATIENCE, translation, question);
    } catch (EngineException failure) {
      throw switch (failure.reason()) {
        case UNAVAILABLE, FETCH_TOO_LARGE ->
            new TenantDatabaseException("a statement of " + tenant + " cannot be judged", failure);
        default ->
            new QueryException.Rejected(EngineFailures.failureOf(failure, translation.tree()));
      };
    }
  }
}
