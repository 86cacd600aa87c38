package io.tarn.sql.parse;

import io.tarn.sql.SourceLocation;
import io.trino.sql.tree.Join;
import io.trino.sql.tree.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A statement as written, and the same text made readable for Trino's parser: equally long, with
/// stand-ins in place of the names that the parser cannot read. So every position is true for both.
///
/// @param standIns from the stand-in (lower case) to what the author wrote
/// @param placeholders in the order of the text; the parser counts them
public record StatementText(
    String written, String readable, Map<String, String> standIns, List<Placeholder> placeholders) {
  public StatementText {
    standIns = Map.copyOf(standIns);
    placeholders = List.copyOf(placeholders);
  }

  /// A text that is only looked at.
  static StatementText of(String written) {
    return new StatementText(written, written, Map.of(), List.of());
  }

  /// What the author wrote where the parser read this identifier.
  public String nameOf(String identifier) {
    return standIns.getOrDefault(identifier, identifier);
  }

  /// A message of the parser in the author's words.
  String inTheAuthorsWords(String message) {
    var words = message;
    for (var standIn : standIns.entrySet()) {
      words = words.replace(standIn.getKey(), standIn.getValue());
    }
    return placeholders.isEmpty() ? words : words.replace("'?'", "a parameter");
  }

  /// What to write instead of what the parser does not know there; null where nobody can tell.
  @Nullable String advice(int line, int column) {
    var start = offset(line, column);
    if (written.startsWith("{{", start)) {
      return "a parameter stands for one value, never for a table, a column or a keyword";
    }
    return ForeignSyntax.advice(written, start).orElse(null);
  }

  /// Where a node begins, and a join where its right side does; a node without a place of its own
  /// stands at the begin of the statement.
  public SourceLocation location(Node node) {
    var start = node instanceof Join join ? join.getRight() : node;
    return start
        .getLocation()
        .map(at -> location(at.getLineNumber(), at.getColumnNumber()))
        .orElseGet(() -> location(1, 1));
  }

  /// The place of the token that begins at this line and column (from 1, in code points).
  public SourceLocation location(int line, int column) {
    var start = offset(line, column);
    return new SourceLocation(line, column, TokenLength.at(written, start));
  }

  /// The place of the character at an offset of the text.
  SourceLocation locationOf(int offset) {
    var lineStart = written.lastIndexOf('\n', offset - 1) + 1;
    var line = 1 + (int) written.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    var column = 1 + written.codePointCount(lineStart, offset);
    return new SourceLocation(line, column, TokenLength.at(written, offset));
  }

  /// Whether the author's text goes on like this at the place.
  public boolean continuesWith(SourceLocation location, String text) {
    return written.startsWith(text, offset(location.line(), location.column()));
  }

  private int offset(int line, int column) {
    var lineStart = 0;
    for (int passed = 1; passed < line; passed++) {
      var end = written.indexOf('\n', lineStart);
      if (end < 0) {
        return written.length();
      }
      lineStart = end + 1;
    }
    var available = written.codePointCount(lineStart, written.length());
    return written.offsetByCodePoints(lineStart, Math.min(column - 1, available));
  }
}
