package io.tarn.scheduler.api;

import io.tarn.scheduler.export.ExportRequest;
import io.tarn.scheduler.export.format.ExportFormat;
import io.tarn.scheduler.schedule.ScheduledQuery;
import io.tarn.scheduler.schedule.ScheduledQuery.ScheduledVersion;
import io.tarn.service.problem.ProblemException;
import io.tarn.sql.parameter.ParameterDeclaration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is to be exported: one of `execution`, `query` and `statement`.
///
/// @param execution the id of an execution whose result it is
/// @param query a kept query that is run first
/// @param statement a statement that is run first
/// @param parameters what `{{name}}` in the statement stands for; a kept query has its own
/// @param values values of the parameters by name
/// @param format the form of the files
/// @param destination the id of a destination; absent is the tenant's own bucket
public record CreateExportRequest(
    @Nullable UUID execution,
    @Nullable @Valid ExportedQuery query,
    @Nullable @Size(min = 1, max = 100_000) String statement,
    @Nullable @Size(max = 100) List<@Valid @NotNull ParameterDeclaration> parameters,
    @Nullable @Size(max = 100) Map<String, Object> values,
    @NotNull @Pattern(regexp = "csv|ndjson|parquet") String format,
    @Nullable UUID destination) {

  /// A kept query.
  ///
  /// @param id the id of the query
  /// @param version absent is the newest that the caller sees
  public record ExportedQuery(@NotNull UUID id, @Nullable @Min(1) Integer version) {}

  ExportRequest request() {
    if (Stream.of(execution, query, statement).filter(one -> one != null).count() != 1) {
      throw ProblemException.invalid("execution", "or query or statement must be given, one only");
    }
    return new ExportRequest(
        execution,
        execution == null ? scheduled() : null,
        ExportFormat.of(format).orElseThrow(),
        destination,
        null);
  }

  private ScheduledQuery scheduled() {
    return new ScheduledQuery(
        query == null ? null : new ScheduledVersion(query.id(), query.version()),
        statement,
        statement == null ? null : parameters,
        values == null ? Map.of() : values);
  }
}
