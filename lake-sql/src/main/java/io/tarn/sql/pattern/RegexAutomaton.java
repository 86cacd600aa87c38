package io.tarn.sql.pattern;

import io.tarn.sql.pattern.RegexNode.Repeat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/// A regular expression as states, with the order in which Trino tries their successors. What an
/// assertion demands is left out: it can only take matches away.
///
/// A state consumes one character, apart from [#END]. Its successors are the states that can
/// consume the character after it, the preferred ones first. Bodies of loops must consume
/// something.
final class RegexAutomaton {
  static final int END = 0;

  /// A state, or a fork without character whose ways are tried in order.
  private static final class Node {
    private final CodePoints set;
    private final int piece;
    private final List<Node> next = new ArrayList<>();
    private int state = -1;

    private Node(CodePoints set, int piece) {
      this.set = set;
      this.piece = piece;
    }

    private boolean isFork() {
      return set.isEmpty() && state != END;
    }
  }

  private final List<Node> states = new ArrayList<>();
  private final List<List<Integer>> successors = new ArrayList<>();
  private final List<Integer> start;
  private final List<Integer> alphabet;
  private boolean hasTwoWays;

  RegexAutomaton(RegexNode root) {
    var end = new Node(CodePoints.NONE, Integer.MAX_VALUE);
    number(end);
    start = closure(pieces(root, end));
    for (var state : states) {
      successors.add(state.state == END ? List.of() : closure(state.next.getFirst()));
    }
    alphabet = alphabet();
  }

  List<Integer> start() {
    return start;
  }

  List<Integer> successors(int state) {
    return successors.get(state);
  }

  int size() {
    return states.size();
  }

  boolean consumes(int state, int codePoint) {
    return states.get(state).set.contains(codePoint);
  }

  /// Which part of the outermost sequence a state belongs to: each group is one, and what stands
  /// between two groups is one.
  int piece(int state) {
    return states.get(state).piece;
  }

  /// A character for each kind that the states can tell apart.
  List<Integer> characters() {
    return alphabet;
  }

  /// Whether there are two ways to one state without a character between.
  boolean hasTwoWays() {
    return hasTwoWays;
  }

  // --- building from the end to the start
  // ----------------------------------------------------------

  private void number(Node node) {
    node.state = states.size();
    states.add(node);
  }

  private Node pieces(RegexNode root, Node end) {
    var parts = root instanceof RegexNode.Sequence(var inner) ? inner : List.of(root);
    var numbers = numbers(parts);
    var next = end;
    for (int at = parts.size() - 1; at >= 0; at--) {
      next = build(parts.get(at), next, numbers.get(at));
    }
    return next;
  }

  private static List<Integer> numbers(List<RegexNode> parts) {
    var numbers = new ArrayList<Integer>();
    int piece = 0;
    boolean isBehindGroup = false;
    for (var part : parts) {
      boolean isGroup = part instanceof RegexNode.Group;
      piece += isGroup || isBehindGroup ? 1 : 0;
      isBehindGroup = isGroup;
      numbers.add(piece);
    }
    return numbers;
  }

  private Node build(RegexNode node, Node next, int piece) {
    return switch (node) {
      case RegexNode.Chars(var set) -> state(set, next, piece);
      case RegexNode.Anchor _, RegexNode.Look _ -> next;
      case RegexNode.Group group -> build(group.body(), next, piece);
      case RegexNode.Sequence(var parts) -> sequence(parts, next, piece);
      case RegexNode.Choice(var alternatives) -> choice(alternatives, next, piece);
      case Repeat repeat -> repeat(repeat, next, piece);
    };
  }

  private Node state(CodePoints set, Node next, int piece) {
    var state = new Node(set, piece);
    state.next.add(next);
    number(state);
    return state;
  }

  private Node sequence(List<RegexNode> parts, Node next, int piece) {
    var first = next;
    for (var part : parts.reversed()) {
      first = build(part, first, piece);
    }
    return first;
  }

  private Node choice(List<RegexNode> alternatives, Node next, int piece) {
    var fork = new Node(CodePoints.NONE, piece);
    for (var alternative : alternatives) {
      fork.next.add(build(alternative, next, piece));
    }
    return fork;
  }

  private Node repeat(Repeat repeat, Node next, int piece) {
    var first = repeat.max() == Repeat.UNBOUNDED ? loop(repeat, next, piece) : next;
    for (int more = repeat.min(); more < repeat.max(); more++) {
      var fork = new Node(CodePoints.NONE, piece);
      prefer(repeat, fork, build(repeat.body(), first, piece), next);
      first = fork;
    }
    for (int times = 0; times < repeat.min(); times++) {
      first = build(repeat.body(), first, piece);
    }
    return first;
  }

  private Node loop(Repeat repeat, Node next, int piece) {
    var fork = new Node(CodePoints.NONE, piece);
    prefer(repeat, fork, build(repeat.body(), fork, piece), next);
    return fork;
  }

  private static void prefer(Repeat repeat, Node fork, Node body, Node next) {
    fork.next.add(repeat.isGreedy() ? body : next);
    fork.next.add(repeat.isGreedy() ? next : body);
  }

  private List<Integer> closure(Node first) {
    var found = new LinkedHashSet<Integer>();
    var waiting = new ArrayDeque<Node>();
    waiting.push(first);
    while (!waiting.isEmpty()) {
      var node = waiting.pop();
      if (node.isFork()) {
        node.next.reversed().forEach(waiting::push);
      } else if (!found.add(node.state)) {
        hasTwoWays = true;
      }
    }
    return List.copyOf(found);
  }

  private List<Integer> alphabet() {
    var borders = new TreeSet<Integer>();
    borders.add(0);
    for (var state : states) {
      for (var range : state.set.ranges()) {
        borders.add(range.first());
        borders.add(range.last() + 1);
      }
    }
    borders.remove(Character.MAX_CODE_POINT + 1);
    var kinds = new LinkedHashMap<List<Integer>, Integer>();
    for (int codePoint : borders) {
      kinds.putIfAbsent(consumers(codePoint), codePoint);
    }
    return List.copyOf(kinds.values());
  }

  private List<Integer> consumers(int codePoint) {
    var consumers = new ArrayList<Integer>();
    for (int state = 0; state < states.size(); state++) {
      if (consumes(state, codePoint)) {
        consumers.add(state);
      }
    }
    return consumers;
  }
}
