package io.tarn.scheduler.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.scheduler.config.SchedulerConfig;
import io.tarn.scheduler.run.Executions.Execution;
import io.tarn.scheduler.run.Findings.Changes;
import io.tarn.scheduler.run.RunFault.Refused;
import io.tarn.scheduler.schedule.AlertCondition;
import io.tarn.scheduler.schedule.AlertState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Looks at the rows of a run: what has changed since the last one, and whether its alert fires.
@ApplicationScoped
public class RunExaminer {
  private final Executions executions;
  private final SchedulerConfig config;

  public RunExaminer(Executions executions, SchedulerConfig config) {
    this.executions = executions;
    this.config = config;
  }

  /// What was found.
  ///
  /// @param digests of all rows, as [RowDigests] has them; null where they are not compared
  // Nobody compares two of them, and a copy would be as large as the result.
  @SuppressWarnings("ArrayRecordComponent")
  record Examined(Findings findings, byte @Nullable [] digests) {}

  /// Reads the rows of a finished execution, as far as that is needed.
  ///
  /// @param before digests of the last run that succeeded, if there are any
  /// @throws RunFault if the rows cannot be read, or lack what the alert condition names
  Examined examine(
      Run run, String grant, UUID execution, Execution finished, Optional<byte[]> before) {
    var output = run.output();
    var alert = output.alert();
    if (!output.needsRows()) {
      var state = alert == null ? null : AlertState.of(alert.isFulfilledBy(finished.rows()));
      return new Examined(new Findings(null, state), null);
    }
    if (finished.rows() > config.comparedRows()) {
      return new Examined(Findings.NONE, null);
    }
    var reading = new Reading(alert, finished.rows());
    executions.read(run.tenant(), grant, execution, reading);
    var digests = output.isCompared() ? reading.digests.toBytes() : null;
    return new Examined(new Findings(changes(before, digests), reading.alert()), digests);
  }

  private static @Nullable Changes changes(Optional<byte[]> before, byte @Nullable [] after) {
    return before.isEmpty() || after == null ? null : RowDigests.between(before.get(), after);
  }

  /// Sees each row once.
  private static final class Reading implements Executions.RowVisitor {
    private final RowDigests digests = new RowDigests();
    private final @Nullable AlertCondition alert;
    private int column = -1;
    private boolean isFiring;

    Reading(@Nullable AlertCondition alert, long rows) {
      this.alert = alert;
      this.isFiring = alert != null && alert.isFulfilledBy(rows);
    }

    @Override
    public void columns(List<String> names) {
      if (alert == null || !alert.needsRows()) {
        return;
      }
      column = names.indexOf(alert.column());
      if (column < 0) {
        throw new Refused(
            Map.of(
                "type",
                "/problems/alert-column-missing",
                "title",
                "Alert column missing",
                "status",
                422,
                "detail",
                "The result has no column " + alert.column() + "."));
      }
    }

    @Override
    public void row(JsonNode row) {
      digests.add(row);
      isFiring = isFiring || (column >= 0 && fires(row));
    }

    private boolean fires(JsonNode row) {
      return alert != null && alert.isFulfilledBy(row.path(column));
    }

    @Nullable AlertState alert() {
      return alert == null ? null : AlertState.of(isFiring);
    }
  }
}
