package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The names that ORDER BY can use: output columns first, then the columns of the sources.
record OutputScope(List<Projection> outputs, Scope sources) implements NameResolver {
  OutputScope {
    outputs = List.copyOf(outputs);
  }

  @Override
  public Optional<Expression> resolve(List<String> path) {
    return named(path).stream()
        .flatMap(output -> fields(output, path.subList(1, path.size())).stream())
        .findFirst()
        .or(() -> sources.resolve(path));
  }

  @Override
  public List<String> known() {
    var names = new ArrayList<>(sources.known());
    outputs.forEach(output -> names.add(output.name()));
    return names;
  }

  @Override
  public boolean isAmbiguous(List<String> path) {
    return path.size() == 1 && named(path).size() > 1;
  }

  /// Arguments of aggregates are columns; a name that is another output as well is ambiguous.
  @Override
  public NameResolver insideAggregate() {
    return new NameResolver() {
      @Override
      public Optional<Expression> resolve(List<String> path) {
        return sources.resolve(path);
      }

      @Override
      public boolean isAmbiguous(List<String> path) {
        return path.size() == 1
            && named(path).stream()
                .anyMatch(output -> !sources.resolve(path).equals(Optional.of(output)));
      }
    };
  }

  private List<Expression> named(List<String> path) {
    return outputs.stream()
        .filter(output -> output.name().equalsIgnoreCase(path.getFirst()))
        .map(Projection::expression)
        .distinct()
        .toList();
  }

  private static Optional<Expression> fields(Expression output, List<String> names) {
    var found = Optional.of(output);
    for (var name : names) {
      found = found.flatMap(base -> Scope.field(base, name));
    }
    return found;
  }
}
