package io.tarn.sql.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Decides whether Trino's match, the first in its order of trials, is always the longest or
/// always the shortest of those that begin at one character. PostgreSQL finds one of these two.
///
/// Both are followed at once over all texts: the states of Trino's trials, where a match cuts off
/// those after it, and all states.
final class Extents {
  private static final int MOST_SITUATIONS = 4_000;

  /// What must follow a match.
  enum Tail {
    ANYTHING,
    TEXT_END,
    LAST_LINE_END
  }

  /// @param trials in Trino's order; the end comes last, for it cuts off the rest
  private record Situation(List<Integer> trials, Set<Integer> all) {}

  private final RegexAutomaton automaton;
  private final Tail tail;
  private boolean isLongest = true;
  private boolean isShortest = true;
  private boolean isOnly = true;

  Extents(RegexAutomaton automaton, Tail tail) {
    this.automaton = automaton;
    this.tail = tail;
    if (tail != Tail.TEXT_END) {
      explore();
    }
  }

  boolean isLongest() {
    return isLongest;
  }

  boolean isShortest() {
    return isShortest;
  }

  /// Whether at most one match begins at a character.
  boolean isOnly() {
    return isOnly;
  }

  private void explore() {
    var seen = new HashSet<Situation>();
    var waiting = new ArrayDeque<Situation>();
    waiting.add(situation(automaton.start(), new LinkedHashSet<>(automaton.start())));
    while (!waiting.isEmpty() && (isLongest || isShortest || isOnly)) {
      var situation = waiting.remove();
      if (seen.size() > MOST_SITUATIONS) {
        giveUp();
      } else if (seen.add(situation)) {
        look(situation);
        for (int character : automaton.characters()) {
          var next = step(situation, character);
          if (!next.all.isEmpty()) {
            waiting.add(next);
          }
        }
      }
    }
  }

  private void giveUp() {
    isLongest = false;
    isShortest = false;
    isOnly = false;
  }

  private Situation situation(List<Integer> trials, Set<Integer> all) {
    return new Situation(tail == Tail.ANYTHING ? cut(trials) : List.copyOf(trials), all);
  }

  private static List<Integer> cut(List<Integer> trials) {
    int end = trials.indexOf(RegexAutomaton.END);
    return List.copyOf(end < 0 ? trials : trials.subList(0, end + 1));
  }

  private Situation step(Situation situation, int character) {
    return situation(
        new ArrayList<>(step(situation.trials, character)), step(situation.all, character));
  }

  private Set<Integer> step(Iterable<Integer> from, int character) {
    var next = new LinkedHashSet<Integer>();
    for (int state : from) {
      if (automaton.consumes(state, character)) {
        next.addAll(automaton.successors(state));
      }
    }
    return next;
  }

  private void look(Situation situation) {
    if (tail == Tail.ANYTHING) {
      lookAnywhere(situation);
    } else if (situation.all.contains(RegexAutomaton.END)) {
      lookBeforeNewline(situation);
    }
  }

  private void lookAnywhere(Situation situation) {
    if (!situation.all.contains(RegexAutomaton.END)) {
      return;
    }
    isLongest &= situation.trials.contains(RegexAutomaton.END);
    isShortest &= situation.trials.isEmpty() || situation.trials.getFirst() == RegexAutomaton.END;
    isOnly &= situation.all.size() == 1;
  }

  /// A match may end here or, with the newline that ends the text, one character later.
  private void lookBeforeNewline(Situation situation) {
    boolean isBoth = step(situation.all, '\n').contains(RegexAutomaton.END);
    boolean isLater = step(cut(situation.trials), '\n').contains(RegexAutomaton.END);
    isLongest &= isLater == isBoth;
    isShortest &= !isLater;
    isOnly &= !isBoth;
  }
}
