package io.tarn.sql.pattern;

import io.tarn.sql.pattern.RegexNode.Anchor;
import io.tarn.sql.pattern.RegexNode.Repeat;
import java.util.List;

/// Writes a regular expression as PostgreSQL's advanced one, in a form that depends neither on the
/// collation nor on any option.
final class RegexWriter {
  /// Whatever the server's settings are, an advanced expression follows.
  private static final String ADVANCED = "***:";

  private static final String ESCAPED = "\\.[]{}()*+?^$|/-";

  private final boolean isGrouped;
  private final boolean isShortest;
  private final StringBuilder result = new StringBuilder();

  private RegexWriter(boolean isGrouped, boolean isShortest) {
    this.isGrouped = isGrouped;
    this.isShortest = isShortest;
  }

  /// @param isShortest to find the shortest match instead of the longest
  static String write(RegexNode root, boolean isGrouped, boolean isShortest) {
    var writer = new RegexWriter(isGrouped, isShortest);
    writer.result.append(ADVANCED);
    if (isShortest) {
      writer.result.append("(?:");
      writer.write(root);
      writer.result.append("){1,1}?");
    } else {
      writer.write(root);
    }
    return writer.result.toString();
  }

  private void write(RegexNode node) {
    switch (node) {
      case RegexNode.Chars(var set) -> write(set);
      case RegexNode.Sequence(var parts) -> writeSequence(parts);
      case RegexNode.Choice choice -> write(choice);
      case Repeat repeat -> write(repeat);
      case RegexNode.Group group -> enclose(isGrouped ? "(" : "(?:", group.body());
      case RegexNode.Look look -> write(look);
      case Anchor(var kind) -> write(kind);
    }
  }

  private void writeSequence(List<RegexNode> parts) {
    for (int at = 0; at < parts.size(); at++) {
      if (!(parts.get(at) instanceof Anchor(var kind))
          || kind != Anchor.Kind.WORD_BOUNDARY
          || !writeShortBoundary(parts, at)) {
        writePart(parts.get(at));
      }
    }
  }

  /// Next to a word character, one look at the other side is enough.
  private boolean writeShortBoundary(List<RegexNode> parts, int at) {
    boolean isBeforeWord = at + 1 < parts.size() && isWord(parts.get(at + 1));
    boolean isBehindWord = at > 0 && isWord(parts.get(at - 1));
    if (isBeforeWord || isBehindWord) {
      result.append(isBeforeWord ? "(?<!" : "(?!");
      write(WordCharacters.all());
      result.append(')');
    }
    return isBeforeWord || isBehindWord;
  }

  private static boolean isWord(RegexNode node) {
    return node instanceof RegexNode.Chars(var set)
        && set.union(WordCharacters.all()).equals(WordCharacters.all());
  }

  private void writePart(RegexNode part) {
    if (part instanceof RegexNode.Choice) {
      enclose("(?:", part);
    } else {
      write(part);
    }
  }

  private void enclose(String open, RegexNode body) {
    result.append(open);
    write(body);
    result.append(')');
  }

  private void write(RegexNode.Choice choice) {
    var separator = "";
    for (var alternative : choice.alternatives()) {
      result.append(separator);
      writePart(alternative);
      separator = "|";
    }
  }

  private void write(Repeat repeat) {
    if (repeat.body() instanceof RegexNode.Chars || repeat.body() instanceof RegexNode.Group) {
      write(repeat.body());
    } else {
      enclose("(?:", repeat.body());
    }
    result.append(quantifier(repeat)).append(isShortest ? "?" : "");
  }

  private static String quantifier(Repeat repeat) {
    int min = repeat.min();
    if (repeat.max() == Repeat.UNBOUNDED) {
      return min == 0 ? "*" : min == 1 ? "+" : "{" + min + ",}";
    }
    return min == 0 && repeat.max() == 1 ? "?" : "{" + min + "," + repeat.max() + "}";
  }

  private void write(RegexNode.Look look) {
    enclose("(?" + (look.isAhead() ? "" : "<") + (look.isNegative() ? "!" : "="), look.body());
  }

  private void write(Anchor.Kind kind) {
    switch (kind) {
      case TEXT_START -> result.append("\\A");
      case TEXT_END -> result.append("\\Z");
      case LAST_LINE_END -> result.append("(?=\\n?\\Z)");
      case LINE_START -> result.append("(?:\\A|(?<=\\n)(?=.))");
      case LINE_END -> result.append("(?:(?=\\n)|\\Z)");
      case WORD_BOUNDARY -> writeBoundary("(?<!", "(?<=");
      case NO_WORD_BOUNDARY -> writeBoundary("(?<=", "(?<!");
    }
  }

  /// @param beforeWord how to look back where a word character follows
  private void writeBoundary(String beforeWord, String elsewhere) {
    result.append("(?:").append(beforeWord);
    write(WordCharacters.all());
    result.append(")(?=");
    write(WordCharacters.all());
    result.append(")|").append(elsewhere);
    write(WordCharacters.all());
    result.append(")(?!");
    write(WordCharacters.all());
    result.append("))");
  }

  // --- characters
  // ----------------------------------------------------------------------------------

  private void write(CodePoints set) {
    if (set.isSingle()) {
      write(set.first());
    } else if (set.equals(CodePoints.ALL)) {
      result.append('.');
    } else if (set.contains(Character.MAX_CODE_POINT)) {
      writeBracket("[^", set.complement());
    } else {
      writeBracket("[", set);
    }
  }

  private void writeBracket(String open, CodePoints set) {
    result.append(open);
    for (var range : set.ranges()) {
      write(Math.max(1, range.first()));
      if (range.last() > range.first()) {
        result.append(range.last() > range.first() + 1 ? "-" : "");
        write(range.last());
      }
    }
    result.append(']');
  }

  private void write(int codePoint) {
    if (codePoint == '\n') {
      result.append("\\n");
    } else if (ESCAPED.indexOf(codePoint) >= 0) {
      result.append('\\').appendCodePoint(codePoint);
    } else if (codePoint >= ' ' && codePoint < 0x7F) {
      result.appendCodePoint(codePoint);
    } else {
      result.append(String.format(codePoint > 0xFFFF ? "\\U%08X" : "\\u%04X", codePoint));
    }
  }
}
