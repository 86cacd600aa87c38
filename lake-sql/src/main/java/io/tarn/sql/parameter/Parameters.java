package io.tarn.sql.parameter;

import io.tarn.sql.parameter.ParameterException.Fault;
import io.tarn.sql.parameter.RunWindow.PositionSpan;
import io.tarn.sql.parameter.ValueReader.Unfit;
import io.tarn.sql.type.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The parameters of one statement with a value for each. Values are checked here; in the statement
/// they are literals of their type, which are bound.
public final class Parameters {
  /// The name of the window of a scheduled run.
  public static final String WINDOW = "window";

  public static final Parameters NONE = new Parameters(Map.of());

  private final Map<String, Bound> byName;
  private final @Nullable PositionSpan positions;

  /// A value for its place in a statement.
  ///
  /// @param value String, Long, Double, Boolean, LocalDate, LocalDateTime, a List of them, or null
  public record Value(@Nullable Object value, Type type) {}

  /// @param value as [ValueReader#read] gives it; null is NULL
  private record Bound(Parameter parameter, @Nullable Object value) {}

  private Parameters(Map<String, Bound> byName) {
    this(byName, null);
  }

  private Parameters(Map<String, Bound> byName, @Nullable PositionSpan positions) {
    this.byName = byName;
    this.positions = positions;
  }

  /// Gives each declared parameter its value.
  ///
  /// @param values by name, as JSON brings them: String, Number, Boolean, List or Map
  /// @param now what relative times begin from
  /// @throws ParameterException with all values that do not fit, are missing, or belong to nothing
  public static Parameters bind(List<Parameter> declared, Map<String, ?> values, Instant now) {
    var faults = new ArrayList<Fault>();
    var bound = new LinkedHashMap<String, Bound>();
    for (var parameter : declared) {
      var given = values.get(parameter.name());
      var value = given == null ? parameter.fallback() : given;
      bound.put(parameter.name(), new Bound(parameter, read(parameter, value, now, faults)));
    }
    values.keySet().stream()
        .filter(name -> !bound.containsKey(name))
        .forEach(name -> faults.add(new Fault("values." + name, "is no parameter of the query")));
    if (!faults.isEmpty()) {
      throw new ParameterException(faults);
    }
    return new Parameters(bound);
  }

  private static @Nullable Object read(
      Parameter parameter, @Nullable Object value, Instant now, List<Fault> faults) {
    var field = "values." + parameter.name();
    if (value == null) {
      if (parameter.isRequired()) {
        faults.add(new Fault(field, "is required"));
      }
      return null;
    }
    try {
      return new ValueReader(parameter, now).read(value);
    } catch (Unfit unfit) {
      faults.add(new Fault(field + unfit.place(), unfit.reason()));
      return null;
    }
  }

  /// The parameters with their defaults, and where there is none with NULL, or some range of time:
  /// enough to check a statement by, before anybody has given a value.
  ///
  /// @throws ParameterException if a default does not fit
  public static Parameters ofDefaults(Collection<Parameter> declared, Instant now) {
    var faults = new ArrayList<Fault>();
    var bound = new HashMap<String, Bound>();
    for (var parameter : declared) {
      var isRange = parameter.type() == ParameterType.TIME_RANGE;
      var some = parameter.fallback() == null && isRange ? "today" : parameter.fallback();
      var value = some == null ? null : read(parameter, some, now, faults);
      bound.put(parameter.name(), new Bound(parameter, value));
    }
    if (!faults.isEmpty()) {
      throw new ParameterException(faults);
    }
    return new Parameters(bound);
  }

  /// The same with the window of a scheduled run, which no statement declares.
  public Parameters withWindow(RunWindow window) {
    var bound = new LinkedHashMap<>(byName);
    bound.put(WINDOW, new Bound(Parameter.of(WINDOW, ParameterType.TIME_RANGE), window.times()));
    return new Parameters(bound, window.positions());
  }

  /// The same with some window: enough to check a statement by that is to be run by a schedule.
  public Parameters withSomeWindow(Instant now) {
    var today = TimeSpan.of("today", now).orElseThrow();
    return withWindow(new RunWindow(today, new PositionSpan(0, 1)));
  }

  public Set<String> names() {
    return byName.keySet();
  }

  /// The declaration of that name.
  public Optional<Parameter> declared(String name) {
    return Optional.ofNullable(byName.get(name)).map(Bound::parameter);
  }

  /// The value of a parameter that is no range of time.
  ///
  /// @throws IllegalArgumentException if there is no such parameter
  public Value value(String name) {
    var bound = bound(name);
    return new Value(bound.value(), typeOf(bound.parameter()));
  }

  /// One end of a range of time.
  ///
  /// @throws IllegalArgumentException if there is no such parameter
  public Value end(String name, boolean isStart) {
    var span = (TimeSpan) bound(name).value();
    var moment = span == null ? null : isStart ? span.start() : span.end();
    return new Value(moment, Type.TIMESTAMP);
  }

  /// One end of the window by positions; empty where there is none.
  public Optional<Value> position(boolean isStart) {
    return Optional.ofNullable(positions)
        .map(span -> new Value(isStart ? span.start() : span.end(), Type.BIGINT));
  }

  /// Whether the window, if there is one, is a range of event time.
  public boolean hasWindowOfTime() {
    var window = byName.get(WINDOW);
    return window == null || window.value() != null;
  }

  private Bound bound(String name) {
    var bound = byName.get(name);
    if (bound == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return bound;
  }

  private static Type typeOf(Parameter parameter) {
    return parameter.type() == ParameterType.LIST
        ? new Type.Array(parameter.itemType().sqlType())
        : parameter.type().sqlType();
  }
}
