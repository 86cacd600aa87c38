package io.tarn.sql.pattern;

import io.tarn.sql.pattern.RegexNode.Anchor;
import io.tarn.sql.pattern.RegexNode.Chars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the notation of Trino's regular expressions: Joni with its Java syntax, where `\d`, `\s`
/// and `\w` are ASCII, the dot stops at `\n` only, and `$` lets one final `\n` pass.
final class RegexParser {
  private static final String ASSERTION_REPEATED = "a repeated assertion";
  private static final int DEEPEST = 50;
  private static final int MOST_FOLDED_TOGETHER = 6;

  private final PatternText text;
  private final ClassParser classes;
  private final Map<String, Integer> names = new HashMap<>();
  private RegexFlags flags = RegexFlags.NONE;
  private int groups;
  private int depth;

  private RegexParser(String pattern) {
    text = new PatternText(pattern);
    classes = new ClassParser(text);
  }

  static ParsedRegex parse(String pattern) {
    var parser = new RegexParser(pattern);
    parser.readLeadingFlags();
    boolean ignoresCase = parser.flags.ignoresCase();
    var root = parser.choice();
    if (!parser.text.isAtEnd()) {
      throw parser.text.invalid("unmatched close parenthesis");
    }
    if (WordBoundaries.isDoubtful(root)) {
      throw new PatternException.Unsupported(0, "a word boundary behind a repeated dot");
    }
    return new ParsedRegex(root, parser.groups, parser.names, ignoresCase);
  }

  private void readLeadingFlags() {
    var leading = Pattern.compile("\\(\\?([ims]+)\\)").matcher(text.rest());
    if (leading.lookingAt()) {
      flags = flags.with(leading.group(1));
      text.skip(leading.end());
    }
  }

  private RegexNode choice() {
    var alternatives = new ArrayList<RegexNode>();
    do {
      alternatives.add(sequence());
    } while (text.take('|'));
    return alternatives.size() == 1 ? alternatives.getFirst() : new RegexNode.Choice(alternatives);
  }

  private RegexNode sequence() {
    var parts = new ArrayList<RegexNode>();
    while (!text.isAtEnd() && text.peek() != '|' && text.peek() != ')') {
      if (text.lookingAt("\\Q")) {
        parts.addAll(quoted());
      } else if (flags.ignoresCase() && isPlain()) {
        parts.add(foldedRun());
      } else {
        int start = text.offset();
        parts.add(repeated(atom(), start));
      }
    }
    return RegexNode.sequence(parts);
  }

  // --- literals
  // ------------------------------------------------------------------------------------

  private List<RegexNode> quoted() {
    int start = text.offset();
    text.skip(2);
    if (flags.ignoresCase()) {
      throw text.unsupported(start, "\\Q in a pattern that ignores case");
    }
    var parts = new ArrayList<RegexNode>();
    while (!text.isAtEnd() && !text.take("\\E")) {
      parts.add(literal(text.next(), start));
    }
    if (text.isAtQuantifier()) {
      throw text.unsupported(text.offset(), "a repetition after \\E");
    }
    return parts;
  }

  private boolean isPlain() {
    return "\\[](){}.*+?^$|".indexOf(text.peek()) < 0;
  }

  /// A run of plain characters without regard to case; a quantifier binds its last one only.
  private RegexNode foldedRun() {
    int start = text.offset();
    var run = new StringBuilder();
    while (!text.isAtEnd() && isPlain()) {
      int before = text.offset();
      int codePoint = text.next();
      requireAscii(codePoint, before);
      if (text.isAtQuantifier() && !run.isEmpty()) {
        requireNoLigature(run, codePoint, before);
        text.reset(before);
        return fold(run.toString(), start);
      }
      if (text.isAtQuantifier()) {
        return repeated(CaseFolding.fold(Character.toString(codePoint)), before);
      }
      run.appendCodePoint(codePoint);
    }
    return fold(run.toString(), start);
  }

  /// Trino may take a part of a ligature for the letters before a repeated one.
  private void requireNoLigature(CharSequence run, int repeated, int offset) {
    if (CaseFolding.isLigature(run.charAt(run.length() - 1), repeated)) {
      throw text.unsupported(offset, "a repetition within a ligature without regard to case");
    }
  }

  private RegexNode fold(String run, int start) {
    if (CaseFolding.longestCluster(run) > MOST_FOLDED_TOGETHER) {
      throw text.unsupported(start, "so many letters with common ligatures without regard to case");
    }
    return CaseFolding.fold(run);
  }

  private RegexNode literal(int codePoint, int start) {
    if (codePoint == 0) {
      throw text.unsupported(start, "the character NUL");
    }
    if (!flags.ignoresCase()) {
      return new Chars(CodePoints.of(codePoint));
    }
    requireAscii(codePoint, start);
    return new Chars(CaseFolding.close(CodePoints.of(codePoint)));
  }

  private void requireAscii(int codePoint, int start) {
    if (codePoint == 0 || codePoint >= 0x80) {
      throw text.unsupported(start, "a character outside ASCII without regard to case");
    }
  }

  // --- atoms
  // ---------------------------------------------------------------------------------------

  private RegexNode atom() {
    int start = text.offset();
    int codePoint = text.next();
    return switch (codePoint) {
      case '.' -> new Chars(flags.isDotAll() ? CodePoints.ALL : CodePoints.NEWLINE.complement());
      case '^' -> new Anchor(flags.isMultiline() ? Anchor.Kind.LINE_START : Anchor.Kind.TEXT_START);
      case '$' ->
          new Anchor(flags.isMultiline() ? Anchor.Kind.LINE_END : Anchor.Kind.LAST_LINE_END);
      case '[' -> new Chars(classes.parse(start, flags.ignoresCase()));
      case '(' -> parenthesis(start);
      case '\\' -> escape(start);
      case '*', '+', '?' -> throw new PatternException.Invalid(start, "nothing to repeat");
      case '{' -> brace(start);
      default -> literal(codePoint, start);
    };
  }

  private RegexNode brace(int start) {
    if (text.isLikeCount(start)) {
      throw text.unsupported(start, "a repetition without anything to repeat");
    }
    return literal('{', start);
  }

  private RegexNode escape(int start) {
    if (text.isAtEnd()) {
      throw new PatternException.Invalid(start, "a backslash at the end");
    }
    int codePoint = text.peek();
    var anchor = anchor(codePoint);
    if (anchor != null) {
      text.next();
      return anchor;
    }
    var set = classes.shorthand();
    return set == null ? literal(classes.escaped(start), start) : new Chars(set);
  }

  private static @Nullable Anchor anchor(int codePoint) {
    return switch (codePoint) {
      case 'A' -> new Anchor(Anchor.Kind.TEXT_START);
      case 'z' -> new Anchor(Anchor.Kind.TEXT_END);
      case 'Z' -> new Anchor(Anchor.Kind.LAST_LINE_END);
      case 'b' -> new Anchor(Anchor.Kind.WORD_BOUNDARY);
      case 'B' -> new Anchor(Anchor.Kind.NO_WORD_BOUNDARY);
      default -> null;
    };
  }

  // --- parentheses
  // ---------------------------------------------------------------------------------

  private RegexNode parenthesis(int start) {
    if (!text.take("?")) {
      return group(start);
    }
    if (text.take("<=")) {
      return look(start, false, false);
    }
    if (text.take("<!")) {
      return look(start, false, true);
    }
    if (text.take("=")) {
      return look(start, true, false);
    }
    if (text.take("!")) {
      return look(start, true, true);
    }
    return text.take("<") ? named(start) : scoped(start);
  }

  private RegexNode group(int start) {
    int number = ++groups;
    return new RegexNode.Group(number, inner(start));
  }

  private RegexNode named(int start) {
    var name = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)>").matcher(text.rest());
    if (!name.lookingAt()) {
      throw text.unsupported(start, "the name of a group");
    }
    text.skip(name.end());
    if (names.putIfAbsent(name.group(1), groups + 1) != null) {
      throw text.unsupported(start, "two groups with one name");
    }
    return group(start);
  }

  private RegexNode scoped(int start) {
    var scope = Pattern.compile("(i?):").matcher(text.rest());
    if (!scope.lookingAt()) {
      throw text.unsupported(start, "this kind of group");
    }
    text.skip(scope.end());
    var outer = flags;
    flags = flags.with(scope.group(1));
    var body = inner(start);
    flags = outer;
    return body;
  }

  private RegexNode inner(int start) {
    if (++depth > DEEPEST) {
      throw text.unsupported(start, "parentheses as deep as this");
    }
    var body = choice();
    depth--;
    if (!text.take(')')) {
      throw new PatternException.Invalid(start, "a parenthesis without end");
    }
    return body;
  }

  private RegexNode look(int start, boolean isAhead, boolean isNegative) {
    var body = inner(start);
    if (body.hasGroup()) {
      throw text.unsupported(start, "a group in a look-around");
    }
    if (body.hasAssertion()) {
      throw text.unsupported(start, "an assertion in a look-around");
    }
    if (!isAhead && !FixedLength.isLookBehind(body)) {
      throw text.unsupported(start, "a look-behind of varying length");
    }
    return new RegexNode.Look(isAhead, isNegative, body);
  }

  // --- repetitions
  // ---------------------------------------------------------------------------------

  private RegexNode repeated(RegexNode atom, int start) {
    if (!text.isAtQuantifier()) {
      return atom;
    }
    if (atom.isAssertion()) {
      throw text.unsupported(start, ASSERTION_REPEATED);
    }
    int quantifier = text.offset();
    var count = text.count();
    boolean isLazy = text.take("?");
    if (text.isAtQuantifier()) {
      throw text.unsupported(
          quantifier,
          text.peek() == '+' ? "a possessive repetition" : "a repetition of a repetition");
    }
    if (atom instanceof RegexNode.Repeat inner && (isLazy || !inner.isGreedy())) {
      // Trino makes one of the two, and not always with their meaning
      throw text.unsupported(quantifier, "a repetition of a repetition");
    }
    return new RegexNode.Repeat(atom, count.min(), count.max(), !isLazy);
  }
}
