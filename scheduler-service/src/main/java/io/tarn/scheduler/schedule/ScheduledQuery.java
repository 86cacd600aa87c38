package io.tarn.scheduler.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.sql.parameter.ParameterDeclaration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is run: a kept query, or a statement with its parameters; and values. It is what
/// query-service is asked.
///
/// @param query the kept query; null with a statement
/// @param statement the statement; null with a kept query
/// @param parameters what `{{name}}` in the statement stands for; null with a kept query
/// @param values values of the parameters by name
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduledQuery(
    @Nullable ScheduledVersion query,
    @Nullable String statement,
    @Nullable List<ParameterDeclaration> parameters,
    Map<String, Object> values) {

  /// A kept query.
  ///
  /// @param id the id of the query
  /// @param version null is the newest that the owner sees, at each run
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ScheduledVersion(UUID id, @Nullable Integer version) {}

  public ScheduledQuery {
    parameters = parameters == null ? null : List.copyOf(parameters);
    values = Map.copyOf(values);
  }
}
