package io.tarn.sql.analysis;

import io.tarn.sql.tree.AggregateCall;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Reference;
import io.tarn.sql.tree.Relation.Aggregation;
import io.tarn.sql.tree.Relation.Windowed;
import io.tarn.sql.tree.Symbol;
import io.tarn.sql.tree.Symbols;
import io.tarn.sql.tree.WindowCall;
import io.trino.sql.tree.WindowSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The aggregates and window functions of one SELECT, each once, with the symbols of their values.
final class Computed {
  private final Symbols symbols;
  private final Map<AggregateCall, Symbol> aggregations = new LinkedHashMap<>();
  private final Set<Symbol> values = new HashSet<>();
  private final List<Windowed> windows = new ArrayList<>();
  private final Map<String, WindowSpecification> named = new HashMap<>();

  Computed(Symbols symbols) {
    this.symbols = symbols;
  }

  /// Remembers a window of the clause WINDOW.
  void define(String name, WindowSpecification window) {
    named.put(name.toLowerCase(Locale.ROOT), window);
  }

  /// The window of that name, whatever its case.
  Optional<WindowSpecification> window(String name) {
    return Optional.ofNullable(named.get(name.toLowerCase(Locale.ROOT)));
  }

  Reference add(AggregateCall call) {
    return Reference.to(aggregations.computeIfAbsent(call, this::symbol));
  }

  Reference add(WindowCall call) {
    var known = windows.stream().filter(w -> w.call().equals(call)).findFirst();
    return Reference.to(
        known
            .map(Windowed::symbol)
            .orElseGet(
                () -> {
                  var symbol = symbol(call.call());
                  windows.add(new Windowed(symbol, call));
                  return symbol;
                }));
  }

  List<Aggregation> aggregations() {
    return aggregations.entrySet().stream()
        .map(entry -> new Aggregation(entry.getValue(), entry.getKey()))
        .toList();
  }

  boolean hasAggregates() {
    return !aggregations.isEmpty();
  }

  List<Windowed> windows() {
    return windows;
  }

  /// Whether the symbol is the value of an aggregate or a window function.
  boolean isValue(Symbol symbol) {
    return values.contains(symbol);
  }

  /// Changes the expressions of all windows.
  void rewriteWindows(UnaryOperator<Expression> change) {
    windows.replaceAll(
        window ->
            new Windowed(
                window.symbol(),
                window
                    .call()
                    .withChildren(window.call().children().stream().map(change).toList())));
  }

  private Symbol symbol(AggregateCall call) {
    var symbol = symbols.create(call.function().name(), call.type());
    values.add(symbol);
    return symbol;
  }
}
