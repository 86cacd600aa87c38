package io.tarn.sql.parse;

import io.tarn.sql.SourceLocation;
import io.tarn.sql.StatementException;
import io.tarn.sql.type.Type;
import java.util.function.Supplier;

/// What a statement grows to once `*`, structs and names of outputs are written out, counted while
/// it is read: a short text must not ask for a large answer, or for more than the database takes.
/// One object a statement, for one thread.
public final class StatementSize {
  /// How many columns a SELECT may have.
  public static final int MAX_COLUMNS = 1000;

  /// How many columns, keys and aggregates all clauses may have together. The database takes 1664
  /// entries in each of the lists that are made of them; a map takes two, the second for the order
  /// of its keys.
  public static final int MAX_ENTRIES = 1600;

  /// How many columns and fields of structs all expressions may read together.
  public static final int MAX_PARTS = 10_000;

  /// How many tables, named queries, VALUES and UNNEST a statement may read, counting those of a
  /// named query each time that it is used.
  public static final int MAX_SOURCES = 100;

  private int entries;
  private int sources;
  private long parts;

  /// Refuses a SELECT of too many columns.
  ///
  /// @throws StatementException.TooLarge if there are too many
  public void checkColumns(int columns, Supplier<SourceLocation> location) {
    refuseMore(columns, MAX_COLUMNS, "columns in the result", location);
  }

  /// Counts a column of a SELECT, a key of GROUP BY or ORDER BY, or an aggregate.
  ///
  /// @throws StatementException.TooLarge if it is one too many
  public void addEntry(Type type, Supplier<SourceLocation> location) {
    entries += type instanceof Type.MapOf ? 2 : 1;
    refuseMore(entries, MAX_ENTRIES, "columns, keys and aggregates (maps count twice)", location);
  }

  /// Counts something that rows are read from.
  ///
  /// @throws StatementException.TooLarge if it is one too many
  public void addSource(Supplier<SourceLocation> location) {
    sources++;
    refuseMore(
        sources, MAX_SOURCES, "tables, counting those of named queries at each use", location);
  }

  /// Counts a value of this type, with the fields that are written out for it.
  ///
  /// @throws StatementException.TooLarge if that is too much
  public void addParts(Type type, Supplier<SourceLocation> location) {
    addParts(partsOf(type), location);
  }

  /// Counts so many columns and fields.
  ///
  /// @throws StatementException.TooLarge if that is too much
  public void addParts(long count, Supplier<SourceLocation> location) {
    parts += count;
    refuseMore(parts, MAX_PARTS, "columns and fields of structs, written out", location);
  }

  /// One, and the fields of a struct with theirs.
  public static long partsOf(Type type) {
    return switch (type) {
      case Type.Row(var fields) ->
          1 + fields.stream().mapToLong(field -> partsOf(field.type())).sum();
      case Type.Array(var element) -> partsOf(element);
      case Type.MapOf(var key, var value) -> partsOf(key) + partsOf(value);
      default -> 1;
    };
  }

  private static void refuseMore(
      long count, long most, String what, Supplier<SourceLocation> location) {
    if (count > most) {
      throw new StatementException.TooLarge(
          location.get(), "a statement has at most %d %s".formatted(most, what));
    }
  }
}
