package io.tarn.scheduler.chargeback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.schedule.ScheduledQuery.ScheduledVersion;
import io.tarn.sql.parameter.ParameterDeclaration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a meter counts.
///
/// @param name what people call it
/// @param unit what a quantity of 1 is
/// @param query the kept query that the statement was taken from; null where it was given
/// @param statement whose rows are the usage
/// @param parameters what `{{name}}` in the statement stands for
/// @param values values of the parameters by name
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeterDefinition(
    String name,
    String unit,
    @Nullable ScheduledVersion query,
    String statement,
    List<ParameterDeclaration> parameters,
    Map<String, Object> values,
    MeterColumns columns) {
  public MeterDefinition {
    parameters = List.copyOf(parameters);
    values = Map.copyOf(values);
  }
}
