package io.tarn.sql.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/// Decides whether Trino and PostgreSQL divide a matched text among the groups alike.
///
/// Where a text can be divided in two ways, both are followed at once from the state where they
/// part: Trino takes the one that it tries first, PostgreSQL the one whose earlier pieces are
/// longer.
final class Parses {
  /// Two ways through one text, the one that Trino prefers first.
  private record Pair(int preferred, int other) {}

  private final RegexAutomaton automaton;
  private final Set<Pair> matching = new HashSet<>();
  private final Set<Pair> failing = new HashSet<>();
  private boolean isUnambiguous;
  private boolean isGreedy = true;
  private boolean isSettled = true;

  Parses(RegexAutomaton automaton) {
    this.automaton = automaton;
    isUnambiguous = !automaton.hasTwoWays();
    explore();
  }

  /// Whether there is never more than one way.
  boolean isUnambiguous() {
    return isUnambiguous;
  }

  /// Whether the preferred way always has the longer first piece.
  boolean isGreedy() {
    return isGreedy;
  }

  /// Whether all ways have the same pieces.
  boolean isSettled() {
    return isSettled;
  }

  private void explore() {
    var seen = new HashSet<Pair>();
    var waiting = new ArrayDeque<Pair>();
    part(automaton.start(), waiting);
    for (int state = 1; state < automaton.size(); state++) {
      part(automaton.successors(state), waiting);
    }
    while (!waiting.isEmpty()) {
      var pair = waiting.remove();
      if (seen.add(pair)) {
        look(pair, waiting);
      }
    }
  }

  private static void part(Iterable<Integer> successors, ArrayDeque<Pair> waiting) {
    var before = new ArrayList<Integer>();
    for (int successor : successors) {
      before.forEach(preferred -> waiting.add(new Pair(preferred, successor)));
      before.add(successor);
    }
  }

  private void look(Pair pair, ArrayDeque<Pair> waiting) {
    if (pair.preferred == pair.other || !isMatching(pair)) {
      isUnambiguous &= pair.preferred != pair.other;
      return;
    }
    isUnambiguous = false;
    int preferred = automaton.piece(pair.preferred);
    int other = automaton.piece(pair.other);
    if (preferred == other) {
      waiting.addAll(next(pair));
    } else {
      isSettled = false;
      isGreedy &= preferred < other;
    }
  }

  private Set<Pair> next(Pair pair) {
    var next = new HashSet<Pair>();
    for (int character : automaton.characters()) {
      if (automaton.consumes(pair.preferred, character)
          && automaton.consumes(pair.other, character)) {
        for (int preferred : automaton.successors(pair.preferred)) {
          automaton.successors(pair.other).forEach(other -> next.add(new Pair(preferred, other)));
        }
      }
    }
    return next;
  }

  /// Whether both ways can go on through one text to the end.
  private boolean isMatching(Pair start) {
    var seen = new HashSet<Pair>();
    var waiting = new ArrayDeque<Pair>();
    waiting.add(start);
    while (!waiting.isEmpty()) {
      var pair = waiting.remove();
      if (matching.contains(pair) || isEnd(pair)) {
        matching.add(start);
        return true;
      }
      if (!failing.contains(pair) && seen.add(pair)) {
        waiting.addAll(next(pair));
      }
    }
    failing.addAll(seen);
    return false;
  }

  private static boolean isEnd(Pair pair) {
    return pair.preferred == RegexAutomaton.END && pair.other == RegexAutomaton.END;
  }
}
