package io.tarn.sql.generated;

import io.tarn.sql.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A part of a statement, which knows how it can be made smaller.
public sealed interface Node {
  /// Its text in SQL.
  String sql();

  /// Smaller ones that may stand in its place.
  Stream<Node> smaller();

  /// Text that stays as it is.
  record Text(String sql) implements Node {
    @Override
    public Stream<Node> smaller() {
      return Stream.of();
    }
  }

  /// An expression: it may become one of its parts that has its type, or NULL.
  record Typed(Type type, List<Node> parts) implements Node {
    public Typed {
      parts = List.copyOf(parts);
    }

    static Typed of(Type type, String text) {
      return new Typed(type, List.of(new Text(text)));
    }

    @Override
    public String sql() {
      return Node.sql(parts);
    }

    @Override
    public Stream<Node> smaller() {
      var none = Typed.of(type, "cast(null as " + type.display() + ")");
      return Stream.of(
              within().filter(part -> part.type.equals(type)).map(Node.class::cast),
              sql().length() > 2 * none.sql().length() ? Stream.<Node>of(none) : Stream.<Node>of(),
              replaced(parts, list -> new Typed(type, list)))
          .flatMap(Function.identity());
    }

    private Stream<Typed> within() {
      return parts.stream()
          .filter(Typed.class::isInstance)
          .map(Typed.class::cast)
          .flatMap(part -> Stream.concat(Stream.of(part), part.within()));
    }
  }

  /// Parts one after the other, none of which can be left out.
  record Sequence(List<Node> parts) implements Node {
    public Sequence {
      parts = List.copyOf(parts);
    }

    @Override
    public String sql() {
      return Node.sql(parts);
    }

    @Override
    public Stream<Node> smaller() {
      return replaced(parts, Sequence::new);
    }
  }

  /// A clause that can be left out.
  record Clause(List<Node> parts) implements Node {
    public Clause {
      parts = List.copyOf(parts);
    }

    @Override
    public String sql() {
      return Node.sql(parts);
    }

    @Override
    public Stream<Node> smaller() {
      return Stream.concat(Stream.of(new Text("")), replaced(parts, Clause::new));
    }
  }

  /// A list, of which all but one can be left out.
  record Items(String separator, List<? extends Node> items) implements Node {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String sql() {
      return items.stream().map(Node::sql).collect(Collectors.joining(separator));
    }

    @Override
    public Stream<Node> smaller() {
      var shorter =
          items.size() < 2
              ? Stream.<Node>of()
              : items.stream().map(item -> new Items(separator, without(item)));
      return Stream.concat(shorter, replaced(items, list -> new Items(separator, list)));
    }

    private List<Node> without(Node item) {
      return items.stream().filter(one -> !one.equals(item)).map(Node.class::cast).toList();
    }
  }

  /// Text, expressions and lists one after the other.
  static Node of(Object... parts) {
    return new Sequence(nodes(parts));
  }

  /// The same as a clause.
  static Node clause(Object... parts) {
    return new Clause(nodes(parts));
  }

  private static List<Node> nodes(Object... parts) {
    return Stream.of(parts)
        .map(part -> part instanceof Node node ? node : new Text(part.toString()))
        .toList();
  }

  private static String sql(List<Node> parts) {
    return parts.stream().map(Node::sql).collect(Collectors.joining());
  }

  private static Stream<Node> replaced(
      List<? extends Node> parts, Function<List<Node>, Node> whole) {
    return Stream.iterate(0, i -> i < parts.size(), i -> i + 1)
        .flatMap(
            i ->
                parts
                    .get(i)
                    .smaller()
                    .map(
                        part -> {
                          var list = new ArrayList<Node>(parts);
                          list.set(i, part);
                          return whole.apply(list);
                        }));
  }
}
