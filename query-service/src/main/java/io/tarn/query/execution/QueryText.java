package io.tarn.query.execution;

import io.tarn.sql.parameter.Parameter;
import io.tarn.sql.parameter.ParameterDeclaration;
import io.tarn.sql.parameter.ParameterException;
import io.tarn.sql.parameter.ParameterRules;
import io.tarn.sql.parameter.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A statement with its parameters and their values.
///
/// @param statement as its author wrote it, with `{{name}}` for each parameter
/// @param parameters what it declares
/// @param values by name, as JSON brings them
/// @param keptAs the kept query that it comes from; null for a statement of the caller's own
public record QueryText(
    String statement,
    List<ParameterDeclaration> parameters,
    Map<String, Object> values,
    @Nullable Kept keptAs) {
  public QueryText {
    parameters = List.copyOf(parameters);
    values = Map.copyOf(values);
  }

  /// A version of a kept query.
  public record Kept(UUID id, int version) {}

  public static QueryText of(String statement) {
    return new QueryText(statement, List.of(), Map.of(), null);
  }

  /// The values, checked and ready to be bound.
  ///
  /// @param now what relative times begin from
  /// @throws ParameterException for declarations and values that do not fit
  Parameters bound(Instant now) {
    return Parameters.bind(declared(now), values, now);
  }

  /// The same where not all values are known yet: defaults, or NULL, stand for the others.
  Parameters boundToLook(Instant now) {
    var declared = declared(now);
    if (values.isEmpty()) {
      return Parameters.ofDefaults(declared, now);
    }
    return bound(now);
  }

  private List<Parameter> declared(Instant now) {
    var declared = ParameterDeclaration.parameters(parameters);
    var faults = ParameterRules.faults(declared, now);
    if (!faults.isEmpty()) {
      throw new ParameterException(faults);
    }
    return declared;
  }
}
