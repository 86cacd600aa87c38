package io.tarn.sql.pattern;

import io.tarn.sql.pattern.RegexNode.Anchor;
import io.tarn.sql.pattern.RegexNode.Repeat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Trino's regular expressions as PostgreSQL's.
///
/// Trino takes the first match in the order of its trials, PostgreSQL the longest or the shortest.
/// Whether there is a match is the same question for both; where it ends and what its groups hold
/// is asked of PostgreSQL only if both orders are proven to agree on every text.
public final class RegexPattern {
  private static final int MOST_CHARACTERS = 2_000;
  private static final int MOST_STATES = 300;

  /// A regular expression for PostgreSQL, in a form that needs no flags.
  ///
  /// @param postgresPattern with the prefix that makes it an advanced one
  /// @param ignoresCase whether the pattern began with `(?i)`; its PostgreSQL form says so itself
  /// @param groups how many groups Trino's pattern has
  /// @param names the numbers of the named groups
  /// @param isGrouped whether the groups capture in PostgreSQL too, under the same numbers
  /// @param literal the text that the pattern looks for, if it is nothing but a text
  /// @param prefix the text that a subject with a match begins with; empty without such a text
  public record Translated(
      String postgresPattern,
      boolean ignoresCase,
      int groups,
      Map<String, Integer> names,
      boolean isGrouped,
      Optional<String> literal,
      String prefix) {
    public Translated {
      names = Map.copyOf(names);
    }
  }

  private final ParsedRegex parsed;
  private final Use use;

  private RegexPattern(ParsedRegex parsed, Use use) {
    this.parsed = parsed;
    this.use = use;
  }

  /// @throws PatternException without a form that is certain to give Trino's answers
  public static Translated translate(String trinoPattern, Use use) {
    return translate(trinoPattern, use, use.isGrouped());
  }

  /// For functions that may ask for groups, but do not here.
  ///
  /// @param isGrouped whether groups other than the whole match are asked for
  /// @throws PatternException without a form that is certain to give Trino's answers
  public static Translated translate(String trinoPattern, Use use, boolean isGrouped) {
    var parsed = RegexParser.parse(trinoPattern);
    if (parsed.root().size() > MOST_CHARACTERS) {
      throw refused("a pattern of this size");
    }
    return new RegexPattern(parsed, use).translated(isGrouped && parsed.groups() > 0);
  }

  private Translated translated(boolean isGrouped) {
    boolean isShortest = use.isExtentNeeded() && isShortest(isGrouped);
    return new Translated(
        RegexWriter.write(parsed.root(), isGrouped, isShortest),
        parsed.ignoresCase(),
        parsed.groups(),
        parsed.names(),
        isGrouped,
        LiteralText.of(parsed.root()),
        LiteralText.prefix(parsed.root()));
  }

  private static PatternException refused(String reason) {
    return new PatternException.Unsupported(0, reason);
  }

  // --- where a match ends
  // --------------------------------------------------------------------------

  private boolean isShortest(boolean isGrouped) {
    refuseEmptyMatches();
    if (parsed.root().size() > MOST_STATES) {
      throw refused("a pattern of this size whose match is asked for");
    }
    var parts = LiteralText.parts(parsed.root());
    var tail = tail(parts);
    var core = new RegexNode.Sequence(core(parts, tail));
    var automaton = new RegexAutomaton(core);
    boolean isShortest = isShortest(new Extents(automaton, tail), core, tail);
    if (isGrouped) {
      requireSameGroups(core, automaton, isShortest);
    }
    return isShortest;
  }

  private void refuseEmptyMatches() {
    if (use.isRepeated() && parsed.root().isNullable()) {
      throw refused("matches of the empty text");
    }
    if (hasNullableLoop(parsed.root())) {
      throw refused("repetitions of the empty text");
    }
  }

  private static boolean hasNullableLoop(RegexNode node) {
    return (node instanceof Repeat repeat && !repeat.isAtMostOnce() && repeat.body().isNullable())
        || node.children().stream().anyMatch(RegexPattern::hasNullableLoop);
  }

  private static Extents.Tail tail(List<RegexNode> parts) {
    if (parts.isEmpty() || !(parts.getLast() instanceof Anchor(var kind))) {
      return Extents.Tail.ANYTHING;
    }
    return switch (kind) {
      case TEXT_END -> Extents.Tail.TEXT_END;
      case LAST_LINE_END -> Extents.Tail.LAST_LINE_END;
      case TEXT_START, LINE_START, LINE_END, WORD_BOUNDARY, NO_WORD_BOUNDARY ->
          Extents.Tail.ANYTHING;
    };
  }

  /// What is behind the assertions at the start, which settle only where matches begin, and before
  /// an anchor at the end.
  private static List<RegexNode> core(List<RegexNode> parts, Extents.Tail tail) {
    int to = parts.size() - (tail == Extents.Tail.ANYTHING ? 0 : 1);
    int from = 0;
    while (from < to && parts.get(from).isAssertion()) {
      from++;
    }
    return parts.subList(from, to);
  }

  private static boolean isShortest(Extents extents, RegexNode core, Extents.Tail tail) {
    if (core.hasAssertion()) {
      if (!extents.isOnly()) {
        throw refused("an assertion where the end of a match is open");
      }
      return false;
    }
    if (tail == Extents.Tail.TEXT_END || extents.isLongest()) {
      return false;
    }
    if (!extents.isShortest()) {
      throw refused("a match that is neither always the longest nor always the shortest");
    }
    return true;
  }

  // --- what its groups hold
  // ------------------------------------------------------------------------

  private static void requireSameGroups(
      RegexNode.Sequence core, RegexAutomaton automaton, boolean isShortest) {
    var parses = new Parses(automaton);
    boolean isSame =
        isFlat(core)
            ? parses.isSettled() || (parses.isGreedy() && !isShortest && !core.hasAssertion())
            : parses.isUnambiguous();
    if (!isSame) {
      throw refused("groups that share out a match in several ways");
    }
    if (hasRepeatedGroup(core, false)) {
      throw refused("a group within a repetition");
    }
  }

  /// Whether all groups stand side by side.
  private static boolean isFlat(RegexNode.Sequence core) {
    return core.parts().stream()
        .allMatch(
            part ->
                part instanceof RegexNode.Group group
                    ? !group.body().hasGroup()
                    : !part.hasGroup());
  }

  private static boolean hasRepeatedGroup(RegexNode node, boolean isRepeated) {
    boolean isInner = isRepeated || (node instanceof Repeat repeat && !repeat.isAtMostOnce());
    return (isRepeated && node instanceof RegexNode.Group)
        || node.children().stream().anyMatch(child -> hasRepeatedGroup(child, isInner));
  }
}
