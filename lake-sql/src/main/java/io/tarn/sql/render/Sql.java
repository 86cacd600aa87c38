package io.tarn.sql.render;

import io.tarn.sql.SourceLocation;
import io.tarn.sql.StatementException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A piece of SQL text with JDBC's `?` for each of its parameters. Nothing of the statement's
/// author
/// gets into the text: values are always parameters.
///
/// Neither grows beyond what the database takes well.
public record Sql(String text, List<Object> parameters) {
  static final int MAX_LENGTH = 2_000_000;

  /// JDBC's driver and the protocol take 65,535.
  static final int MAX_PARAMETERS = 32_000;

  public Sql {
    parameters = List.copyOf(parameters);
    if (text.length() > MAX_LENGTH || parameters.size() > MAX_PARAMETERS) {
      throw new StatementException.TooLarge(
          new SourceLocation(1, 1, 0),
          "the statement is too large for the database once it is written out");
    }
  }

  /// Text without parameters.
  public static Sql of(String text) {
    return new Sql(text, List.of());
  }

  /// A value of the statement's author.
  ///
  /// @param type its type in the engine
  public static Sql parameter(Object value, String type) {
    return new Sql("?::" + type, List.of(value));
  }

  /// Texts of ours and pieces in turn: a String is text, an Sql a piece.
  public static Sql join(Object... parts) {
    var text = new StringBuilder();
    var parameters = new ArrayList<Object>();
    for (var part : parts) {
      if (part instanceof Sql(var piece, var values)) {
        text.append(piece);
        parameters.addAll(values);
      } else {
        text.append(part);
      }
    }
    return new Sql(text.toString(), parameters);
  }

  /// The pieces with a separator between them.
  public static Sql list(String separator, List<Sql> pieces) {
    return new Sql(
        String.join(separator, pieces.stream().map(Sql::text).toList()),
        pieces.stream().flatMap(piece -> piece.parameters().stream()).toList());
  }

  /// A call of a function of the engine.
  public static Sql call(String function, Sql... arguments) {
    return join(function, "(", list(", ", Stream.of(arguments).toList()), ")");
  }

  /// An identifier: the one method that makes one of a name.
  public static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// A text of ours, such as the name of a field or a format; never one of the statement's author.
  public static String constant(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /// The same, two spaces further to the right.
  Sql indented() {
    return new Sql(text.replace("\n", "\n  "), parameters);
  }

  boolean hasParameters() {
    return !parameters.isEmpty();
  }
}
