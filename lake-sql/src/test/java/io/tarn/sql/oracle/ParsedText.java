package io.tarn.sql.oracle;

import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.DereferenceExpression;
import io.trino.sql.tree.Expression;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.NodeLocation;
import io.trino.sql.tree.StringLiteral;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A statement that Trino's parser has read, and changes at places of its text.
final class ParsedText {
  private static final SqlParser PARSER = new SqlParser();
  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern NAME = Pattern.compile("\\w+|\"(?:[^\"]|\"\")*\"");
  private static final Pattern PATH =
      Pattern.compile("(?:%1$s)(?:\\s*\\.\\s*(?:%1$s))*".formatted(NAME.pattern()));

  private final String text;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();

  private ParsedText(String text, Node statement) {
    this.text = text;
    collect(statement);
  }

  /// Empty where the text does not parse, which is then Trino's to say.
  static Optional<ParsedText> of(String text) {
    try {
      return Optional.of(new ParsedText(text, PARSER.createStatement(text)));
    } catch (ParsingException _) {
      return Optional.empty();
    }
  }

  private void collect(Node node) {
    nodes.add(node);
    node.getChildren().forEach(this::collect);
  }

  /// All nodes of a kind, an outer one before those in it.
  <N extends Node> List<N> all(Class<N> kind) {
    return nodes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The text with all changes.
  String edited() {
    var edited = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::start).reversed())
        .forEach(edit -> edited.replace(edit.start(), edit.end(), edit.replacement()));
    return edited.toString();
  }

  void changeText(StringLiteral literal, UnaryOperator<String> change) {
    change(literal, TEXT, change);
  }

  void changeName(Node name, UnaryOperator<String> change) {
    change(name, NAME, change);
  }

  void changePath(Expression path, UnaryOperator<String> change) {
    change(path, PATH, change);
  }

  /// Changes what stands between the first parenthesis of a node and the one that closes it.
  void changeParenthesized(Node node, UnaryOperator<String> change) {
    int open = text.indexOf('(', offset(node));
    int close = closing(open);
    edits.add(new Edit(open + 1, open + 1, change.apply("\0").split("\0", 2)[0]));
    edits.add(new Edit(close, close, change.apply("\0").split("\0", 2)[1]));
  }

  private void change(Node node, Pattern form, UnaryOperator<String> change) {
    var matcher = form.matcher(text);
    int start = offset(node);
    if (matcher.find(start) && matcher.start() == start) {
      edits.add(new Edit(start, matcher.end(), change.apply(matcher.group())));
    }
  }

  private int closing(int open) {
    int depth = 0;
    boolean isQuoted = false;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      isQuoted ^= c == '\'';
      if (!isQuoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalStateException("no closing parenthesis: " + text);
  }

  /// Trino counts lines and columns from 1, columns in code points.
  private int offset(Node node) {
    NodeLocation location = node.getLocation().orElseThrow();
    int start = 0;
    for (int line = 1; line < location.getLineNumber(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return text.offsetByCodePoints(start, location.getColumnNumber() - 1);
  }

  /// The last name of a column or of a path into one; empty for anything else.
  static String lastName(Expression expression) {
    return switch (expression) {
      case Identifier name -> name.getValue().toLowerCase(Locale.ROOT);
      case DereferenceExpression path ->
          path.getField().map(ParsedText::lastName).orElse("").toLowerCase(Locale.ROOT);
      default -> "";
    };
  }

  /// The name before the last one of a path; empty for anything else.
  static String ownerName(Expression expression) {
    return expression instanceof DereferenceExpression path ? lastName(path.getBase()) : "";
  }

  private record Edit(int start, int end, String replacement) {}
}
