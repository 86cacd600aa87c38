package io.tarn.sql;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A statement that cannot be translated: where, which construct, and why, in words for its author.
public abstract sealed class StatementException extends RuntimeException {
  /// In the order of the text.
  public static final Comparator<StatementException> BY_PLACE =
      Comparator.comparing(StatementException::location, SourceLocation.IN_ORDER);

  private final SourceLocation location;
  private final String construct;
  private @Nullable String hint;

  /// Names and types can be long, and a message may have many of them.
  private static final int LONGEST_MESSAGE = 2000;

  private StatementException(SourceLocation location, String construct, String message) {
    super(shortened(message));
    this.location = location;
    this.construct = construct;
  }

  private static String shortened(String message) {
    return message.codePointCount(0, message.length()) <= LONGEST_MESSAGE
        ? message
        : message.substring(0, message.offsetByCodePoints(0, LONGEST_MESSAGE)) + "…";
  }

  public SourceLocation location() {
    return location;
  }

  public int line() {
    return location.line();
  }

  public int column() {
    return location.column();
  }

  public int length() {
    return location.length();
  }

  /// What the author wrote there, by its name in SQL: `JOIN`, `function lower`, `table`.
  public String construct() {
    return construct;
  }

  /// What the author could write instead; null where nobody can tell.
  public @Nullable String hint() {
    return hint;
  }

  /// The same with a hint.
  public StatementException withHint(@Nullable String advice) {
    hint = advice;
    return this;
  }

  /// The text is no statement of Trino's grammar.
  public static final class Syntax extends StatementException {
    public Syntax(SourceLocation location, String message) {
      super(location, "syntax", message);
    }
  }

  /// Valid in Trino, but not supported here (yet).
  public static final class Unsupported extends StatementException {
    public Unsupported(SourceLocation location, String construct) {
      this(location, construct, construct + " is not supported");
    }

    public Unsupported(SourceLocation location, String construct, String message) {
      super(location, construct, message);
    }
  }

  /// A name that nothing in reach of the statement has.
  public static final class UnknownName extends StatementException {
    public UnknownName(SourceLocation location, String construct, String message) {
      super(location, construct, message);
    }
  }

  /// Operands or arguments whose types do not go together.
  public static final class WrongType extends StatementException {
    public WrongType(SourceLocation location, String construct, String message) {
      super(location, construct, message);
    }
  }

  /// Well-formed, but against a rule of SQL, such as an aggregate in WHERE.
  public static final class Misplaced extends StatementException {
    public Misplaced(SourceLocation location, String construct, String message) {
      super(location, construct, message);
    }
  }

  /// Longer or deeper than a statement may be.
  public static final class TooLarge extends StatementException {
    public TooLarge(SourceLocation location, String message) {
      super(location, "statement", message);
    }
  }
}
