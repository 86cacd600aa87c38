package io.tarn.sql.tree;

import io.tarn.sql.function.Function;
import io.tarn.sql.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is computed over the rows of a group, or of a window.
///
/// @param order of the rows within the call, for array_agg and its like
/// @param filter which rows count
public record AggregateCall(
    Function function,
    boolean isDistinct,
    List<Expression> arguments,
    List<SortKey> order,
    Optional<Expression> filter,
    Type type,
    Origin origin) {
  public AggregateCall {
    arguments = List.copyOf(arguments);
    order = List.copyOf(order);
  }

  /// All expressions: arguments, then keys of the order, then the filter.
  public List<Expression> children() {
    return Stream.of(arguments.stream(), order.stream().map(SortKey::expression), filter.stream())
        .flatMap(all -> all)
        .toList();
  }

  /// The same with other expressions, as many as before.
  public AggregateCall withChildren(List<Expression> children) {
    var keys = arguments.size() + order.size();
    return new AggregateCall(
        function,
        isDistinct,
        children.subList(0, arguments.size()),
        SortKey.withExpressions(order, children.subList(arguments.size(), keys)),
        children.subList(keys, children.size()).stream().findFirst(),
        type,
        origin);
  }
}
