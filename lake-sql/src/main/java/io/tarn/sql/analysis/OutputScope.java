package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import java.util.ArrayList;
import java.util.List;

/// The names that ORDER BY can use: output columns first, then the columns of the relation.
record OutputScope(List<Output> outputs, Scope sources) implements Names {
  OutputScope {
    outputs = List.copyOf(outputs);
  }

  @Override
  public List<Expression> resolve(List<String> path) {
    var named =
        named(path.getFirst()).stream()
            .flatMap(output -> Scope.field(output, path.subList(1, path.size())).stream())
            .distinct()
            .toList();
    return named.isEmpty() ? sources.resolve(path) : named;
  }

  @Override
  public List<String> known() {
    var names = new ArrayList<>(sources.known());
    outputs.forEach(output -> names.add(output.name()));
    return names;
  }

  /// Arguments of aggregates are columns; a name that is another output as well is ambiguous.
  @Override
  public Names insideAggregate() {
    return new Names() {
      @Override
      public List<Expression> resolve(List<String> path) {
        var columns = sources.resolve(path);
        var others =
            path.size() == 1
                ? named(path.getFirst()).stream().filter(o -> !columns.contains(o)).toList()
                : List.<Expression>of();
        if (columns.isEmpty() || others.isEmpty()) {
          return columns;
        }
        var both = new ArrayList<>(columns);
        both.addAll(others);
        return both;
      }

      @Override
      public List<String> known() {
        return sources.known();
      }
    };
  }

  private List<Expression> named(String name) {
    return outputs.stream()
        .filter(output -> output.name().equalsIgnoreCase(name))
        .map(Output::value)
        .distinct()
        .toList();
  }
}
