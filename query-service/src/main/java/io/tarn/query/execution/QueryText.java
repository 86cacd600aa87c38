package io.tarn.query.execution;

import io.tarn.sql.Translator;
import io.tarn.sql.parameter.Parameter;
import io.tarn.sql.parameter.ParameterDeclaration;
import io.tarn.sql.parameter.ParameterException;
import io.tarn.sql.parameter.ParameterException.Fault;
import io.tarn.sql.parameter.ParameterRules;
import io.tarn.sql.parameter.Parameters;
import io.tarn.sql.parameter.RunWindow;
import java.time.Instant;
import java.util.HashMap;
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
/// @param window of the scheduled run that it is for; null for none
public record QueryText(
    String statement,
    List<ParameterDeclaration> parameters,
    Map<String, Object> values,
    @Nullable Kept keptAs,
    @Nullable RunWindow window) {
  private static final String ONLY_SCHEDULED =
      "uses {{window}}, which has a value in scheduled runs only";

  public QueryText {
    parameters = List.copyOf(parameters);
    values = Map.copyOf(values);
  }

  public QueryText(
      String statement,
      List<ParameterDeclaration> parameters,
      Map<String, Object> values,
      @Nullable Kept keptAs) {
    this(statement, parameters, values, keptAs, null);
  }

  /// The same for a scheduled run, whose window it then has.
  public QueryText inWindow(RunWindow runWindow) {
    return new QueryText(statement, parameters, values, keptAs, runWindow);
  }

  /// The values as they are shown: with the window, in the form of a range.
  public Map<String, Object> shownValues() {
    if (window == null) {
      return values;
    }
    var shown = new HashMap<>(values);
    shown.put(Parameters.WINDOW, shown(window));
    return shown;
  }

  private static String shown(RunWindow window) {
    var times = window.times();
    var positions = window.positions();
    if (times != null) {
      return times.start() + "Z/" + times.end() + "Z";
    }
    return positions == null ? "" : positions.start() + "/" + positions.end();
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
    var bound = Parameters.bind(declared(now), values, now);
    if (window != null) {
      return bound.withWindow(window);
    }
    if (Translator.parametersOf(statement).contains(Parameters.WINDOW)) {
      throw new ParameterException(List.of(new Fault("statement", ONLY_SCHEDULED)));
    }
    return bound;
  }

  /// The same where not all values are known yet: defaults, or NULL, stand for the others, and
  /// some window for that of a scheduled run.
  Parameters boundToLook(Instant now) {
    var declared = declared(now);
    var bound =
        values.isEmpty()
            ? Parameters.ofDefaults(declared, now)
            : Parameters.bind(declared, values, now);
    return bound.withSomeWindow(now);
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
