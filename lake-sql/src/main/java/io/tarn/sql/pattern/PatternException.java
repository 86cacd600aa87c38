package io.tarn.sql.pattern;

/// A pattern without a certain counterpart in PostgreSQL.
public abstract sealed class PatternException extends RuntimeException {
  private final int offset;

  private PatternException(int offset, String reason) {
    super(reason);
    this.offset = offset;
  }

  /// Where in the pattern the reason lies, in UTF-16 units from its start.
  public int offset() {
    return offset;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }

  /// Trino refuses the pattern too.
  public static final class Invalid extends PatternException {
    public Invalid(int offset, String reason) {
      super(offset, reason);
    }
  }

  /// Trino has an answer, but PostgreSQL might give another one.
  public static final class Unsupported extends PatternException {
    public Unsupported(int offset, String reason) {
      super(offset, reason);
    }
  }
}
