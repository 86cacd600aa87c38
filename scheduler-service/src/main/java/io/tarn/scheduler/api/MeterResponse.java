package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.chargeback.Meter;
import io.tarn.scheduler.chargeback.MeterColumns;
import io.tarn.sql.parameter.ParameterDeclaration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A meter.
///
/// @param id the word by which rates name it
/// @param name what people call it
/// @param unit what a quantity of 1 is
/// @param builtIn whether it comes with Tarn: it can be switched off, not changed or deleted
/// @param enabled whether it counts
/// @param query id of the kept query that the statement was taken from; absent where it was given
/// @param queryVersion version of the kept query; absent where there is none
/// @param statement whose rows are the usage
/// @param parameters what `{{name}}` in the statement stands for
/// @param values values of the parameters by name
/// @param columns what the columns of the statement are
/// @param version grows with each change
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeterResponse(
    String id,
    String name,
    String unit,
    boolean builtIn,
    boolean enabled,
    @Nullable UUID query,
    @Nullable Integer queryVersion,
    String statement,
    List<ParameterDeclaration> parameters,
    Map<String, Object> values,
    MeterColumns columns,
    int version) {
  public MeterResponse {
    parameters = List.copyOf(parameters);
    values = Map.copyOf(values);
  }

  static MeterResponse of(Meter meter) {
    var definition = meter.definition();
    var query = definition.query();
    return new MeterResponse(
        meter.id(),
        definition.name(),
        definition.unit(),
        meter.isBuiltIn(),
        meter.isEnabled(),
        query == null ? null : query.id(),
        query == null ? null : query.version(),
        definition.statement(),
        definition.parameters(),
        definition.values(),
        definition.columns(),
        meter.version());
  }
}
