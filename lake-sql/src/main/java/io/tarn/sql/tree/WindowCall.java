package io.tarn.sql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A function over a window of rows.
public record WindowCall(
    AggregateCall call, List<Expression> partition, List<SortKey> order, Optional<Frame> frame) {
  public WindowCall {
    partition = List.copyOf(partition);
    order = List.copyOf(order);
  }

  /// Which rows around the row at hand belong to the window.
  public record Frame(Unit unit, Bound start, Bound end) {
    /// What a frame counts in.
    public enum Unit {
      ROWS,
      RANGE,
      GROUPS
    }

    /// One end of a frame.
    ///
    /// @param offset of PRECEDING and FOLLOWING
    public record Bound(BoundKind kind, Optional<Expression> offset) {}

    /// Where an end of a frame lies.
    public enum BoundKind {
      UNBOUNDED_PRECEDING,
      PRECEDING,
      CURRENT_ROW,
      FOLLOWING,
      UNBOUNDED_FOLLOWING
    }
  }

  /// All expressions of the call, the partition, the order and the frame.
  public List<Expression> children() {
    return Stream.of(
            call.children().stream(),
            partition.stream(),
            order.stream().map(SortKey::expression),
            frame.stream()
                .flatMap(f -> Stream.of(f.start(), f.end()))
                .flatMap(b -> b.offset().stream()))
        .flatMap(all -> all)
        .toList();
  }

  /// The same with other expressions, as many as before.
  public WindowCall withChildren(List<Expression> children) {
    var rest = new ArrayList<>(children);
    var inCall = take(rest, call.children().size());
    var inPartition = take(rest, partition.size());
    var inOrder = take(rest, order.size());
    return new WindowCall(
        call.withChildren(inCall),
        inPartition,
        SortKey.withExpressions(order, inOrder),
        frame.map(f -> new Frame(f.unit(), bound(f.start(), rest), bound(f.end(), rest))));
  }

  private static Frame.Bound bound(Frame.Bound bound, List<Expression> rest) {
    return new Frame.Bound(bound.kind(), bound.offset().map(_ -> rest.removeFirst()));
  }

  private static List<Expression> take(List<Expression> from, int count) {
    var taken = List.copyOf(from.subList(0, count));
    from.subList(0, count).clear();
    return taken;
  }
}
