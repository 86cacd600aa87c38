package io.tarn.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.query.execution.ExecutionState;
import io.tarn.query.execution.QueryExecution;
import io.tarn.service.gate.Actor;
import io.tarn.service.problem.Problem;
import io.tarn.sql.parameter.ParameterDeclaration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An execution in a listing: all that there is of it except the columns of its result.
///
/// @param id the id of the execution
/// @param state where the execution stands
/// @param statement the text as it was submitted
/// @param parameters what `{{name}}` in the statement stands for
/// @param values values of the parameters by name, as they were given
/// @param query the kept query that was run; absent for a statement of the caller's own
/// @param actor who submitted it
/// @param submittedAt when it was submitted
/// @param startedAt when it began to run; absent before
/// @param endedAt when it ended; absent before
/// @param statistics what it took so far
/// @param problem why it did not finish; absent where it did, or has not ended
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuerySummary(
    UUID id,
    ExecutionState state,
    String statement,
    List<ParameterDeclaration> parameters,
    Map<String, Object> values,
    @Nullable KeptVersion query,
    Actor actor,
    Instant submittedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    QueryResponse.Statistics statistics,
    @Nullable Problem problem) {

  static QuerySummary of(QueryExecution execution, Instant now) {
    return new QuerySummary(
        execution.key().id(),
        execution.state(),
        execution.statement(),
        execution.text().parameters(),
        execution.text().shownValues(),
        KeptVersion.of(execution.text().keptAs()),
        execution.actor(),
        execution.submittedAt(),
        execution.startedAt(),
        execution.endedAt(),
        QueryResponse.Statistics.of(execution, now),
        QueryProblems.of(execution));
  }
}
