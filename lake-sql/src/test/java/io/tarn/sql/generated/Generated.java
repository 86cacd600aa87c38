package io.tarn.sql.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A statement. Where it has select items beside its keys, each counts as a statement of its own.
///
/// @param kind what it is about, for reports
/// @param head from SELECT to the last key
/// @param items expressions, named `x0`, `x1` and so on
/// @param tail from FROM on
/// @param keys the number of its first columns, which tell a row
/// @param isSorted whether it sorts by its keys
public record Generated(
    String kind, Node head, List<Node> items, Node tail, int keys, boolean isSorted) {
  public Generated {
    items = List.copyOf(items);
  }

  /// All of it.
  public Node whole() {
    return with(IntStream.range(0, items.size()).boxed().toList());
  }

  /// With one of its items.
  public Node only(int item) {
    return with(List.of(item));
  }

  /// With some of its items.
  public Node with(List<Integer> chosen) {
    var parts = new ArrayList<Object>();
    parts.add(head);
    for (int item : chosen) {
      parts.add(Node.of(",\n  ", items.get(item), " as x" + item));
    }
    parts.add(tail);
    return Node.of(parts.toArray());
  }

  /// How many statements it counts for.
  public int count() {
    return Math.max(1, items.size());
  }
}
