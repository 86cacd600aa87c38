package io.tarn.sql.parse;

import io.tarn.sql.SourceLocation;
import io.tarn.sql.StatementException;
import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.Statement;
import java.util.List;

/// Reads a statement with Trino's parser and lets only supported constructs through.
public final class StatementParser {
  /// Lake's limit on the length of a statement, in characters.
  public static final int MAX_LENGTH = 10_000;

  /// How deep parentheses may be nested.
  public static final int MAX_PARENTHESES = TokenPass.MAX_PARENTHESES;

  /// How deep all that a statement is made of may be nested.
  public static final int MAX_DEPTH = ConstructGate.MAX_DEPTH;

  private final SqlParser parser = new SqlParser();

  /// Reads the statement; faults after which reading can go on are reported.
  public ParsedStatement parse(String written, Faults faults) {
    if (written.length() > MAX_LENGTH) {
      throw new StatementException.TooLarge(
          new SourceLocation(1, 1, 0), "a statement has at most " + MAX_LENGTH + " characters");
    }
    refuseLoneSurrogates(written);
    refuseNul(written);
    var text = TokenPass.read(written, faults);
    var statement = parse(text);
    new ConstructGate(text, faults).check(statement);
    if (statement instanceof Query query) {
      return new ParsedStatement(query, text, faults, new StatementSize());
    }
    throw new IllegalStateException("the gate let " + statement.getClass() + " through");
  }

  /// The places of parameters in a text, whether it is a statement or not.
  public static List<Placeholder> placeholders(String written) {
    try {
      return TokenPass.read(written, new Faults()).placeholders();
    } catch (StatementException _) {
      return List.of();
    }
  }

  private Statement parse(StatementText text) {
    try {
      return parser.createStatement(text.readable());
    } catch (ParsingException e) {
      throw new StatementException.Syntax(
              text.location(e.getLineNumber(), e.getColumnNumber()),
              text.inTheAuthorsWords(e.getErrorMessage()))
          .withHint(text.advice(e.getLineNumber(), e.getColumnNumber()));
    }
  }

  private static void refuseLoneSurrogates(String written) {
    for (int at = 0; at < written.length(); at = written.offsetByCodePoints(at, 1)) {
      var codePoint = written.codePointAt(at);
      if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        throw new StatementException.Syntax(
            StatementText.of(written).locationOf(at), "half of a character (a lone surrogate)");
      }
    }
  }

  /// The database has no text with it, be it a value or a name.
  private static void refuseNul(String written) {
    var at = written.indexOf('\0');
    if (at >= 0) {
      throw new StatementException.Syntax(
          StatementText.of(written).locationOf(at),
          "the character U+0000, which no statement can have");
    }
  }
}
