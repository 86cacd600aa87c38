package io.tarn.sql.parse;

import io.tarn.common.schema.LakeType;
import io.tarn.sql.SourceLocation;
import io.tarn.sql.StatementException;
import java.util.function.Supplier;

/// What a statement grows to once `*`, structs and names of outputs are written out, counted while
/// it is read: a short text must not ask for a large answer, or for more than the database takes.
/// One object a statement, for one thread.
public final class StatementSize {
  /// How many columns a result may have.
  public static final int MAX_COLUMNS = 1000;

  /// How many columns, keys and aggregates all clauses may have together. The database takes 1664
  /// entries in each of the lists that are made of them; a map takes two, the second for the order
  /// of its keys.
  public static final int MAX_ENTRIES = 1600;

  /// How many columns and fields of structs all expressions may read together.
  public static final int MAX_PARTS = 10_000;

  private int columns;
  private int entries;
  private long parts;

  /// Counts a column of the result.
  ///
  /// @throws StatementException.TooLarge if it is one too many
  public void addColumn(LakeType type, Supplier<SourceLocation> location) {
    columns++;
    refuseMore(columns, MAX_COLUMNS, "columns in the result", location);
    addEntry(type, location);
  }

  /// Counts a key of GROUP BY or ORDER BY, or an aggregate.
  ///
  /// @throws StatementException.TooLarge if it is one too many
  public void addEntry(LakeType type, Supplier<SourceLocation> location) {
    entries += type instanceof LakeType.MapType ? 2 : 1;
    refuseMore(entries, MAX_ENTRIES, "columns, keys and aggregates (maps count twice)", location);
  }

  /// Counts a value of this type, with the fields that are written out for it.
  ///
  /// @throws StatementException.TooLarge if that is too much
  public void addParts(LakeType type, Supplier<SourceLocation> location) {
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
  public static long partsOf(LakeType type) {
    return switch (type) {
      case LakeType.RowType(var fields) ->
          1 + fields.stream().mapToLong(field -> partsOf(field.type())).sum();
      case LakeType.ArrayType(var element) -> partsOf(element);
      case LakeType.MapType(var key, var value) -> partsOf(key) + partsOf(value);
      case LakeType.Varchar _,
          LakeType.BooleanType _,
          LakeType.IntegerType _,
          LakeType.Bigint _,
          LakeType.DoubleType _,
          LakeType.Decimal _,
          LakeType.Timestamp _,
          LakeType.Unknown _ ->
          1;
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
