package io.tarn.sql.analysis;

import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Symbol;
import io.tarn.sql.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names that expressions over one relation can use: its columns, and those of the statement
/// around it.
record Scope(List<Column> columns, Optional<Names> outside) implements Names {
  static final Scope EMPTY = new Scope(List.of(), Optional.empty());

  /// Fields that Lake misspells; the right spelling finds them too.
  private static final Map<String, String> MISSPELT =
      Map.of("credentialsissuedto", "credentiaisissuedto", "errormessage", "errormssage");

  Scope {
    columns = List.copyOf(columns);
  }

  /// A column of a relation.
  ///
  /// @param relation the alias or the name of the table; null where it has none
  /// @param name null where it cannot be named
  /// @param isHidden whether `*` leaves it out
  record Column(@Nullable String relation, @Nullable String name, Symbol symbol, boolean isHidden) {
    boolean isOf(String other) {
      return other.equalsIgnoreCase(relation);
    }

    boolean isNamed(String other) {
      return other.equalsIgnoreCase(name);
    }

    String shownName() {
      return symbol.name();
    }

    Expression reference() {
      return Expression.Reference.to(symbol);
    }
  }

  /// What a path of names stands for: `alias.column.field` before `column.field`, as in Trino, and
  /// what is near before what is outside.
  @Override
  public List<Expression> resolve(List<String> path) {
    var here = path.size() > 1 ? qualified(path) : List.<Expression>of();
    if (here.isEmpty()) {
      here = columns.stream().flatMap(column -> fields(column, path)).distinct().toList();
    }
    return here.isEmpty() ? outside.map(names -> names.resolve(path)).orElse(List.of()) : here;
  }

  private List<Expression> qualified(List<String> path) {
    var rest = path.subList(1, path.size());
    return columns.stream()
        .filter(column -> column.isOf(path.getFirst()))
        .flatMap(column -> fields(column, rest))
        .distinct()
        .toList();
  }

  private static Stream<Expression> fields(Column column, List<String> path) {
    return column.isNamed(path.getFirst())
        ? field(column.reference(), path.subList(1, path.size())).stream()
        : Stream.empty();
  }

  @Override
  public List<String> known() {
    return Stream.concat(
            columns.stream().flatMap(column -> Stream.ofNullable(column.name())),
            outside.stream().flatMap(names -> names.known().stream()))
        .distinct()
        .toList();
  }

  /// Whether a relation has this name here.
  boolean hasRelation(String name) {
    return columns.stream().anyMatch(column -> column.isOf(name));
  }

  /// The columns that `*` shows.
  List<Column> shown() {
    return columns.stream().filter(column -> !column.isHidden()).toList();
  }

  /// The columns that `name.*` shows.
  List<Column> shownOf(String relation) {
    return shown().stream().filter(column -> column.isOf(relation)).toList();
  }

  /// Both relations side by side.
  Scope and(Scope other) {
    var both = new ArrayList<>(columns);
    both.addAll(other.columns);
    return new Scope(both, outside);
  }

  /// The same columns of a relation of another name.
  Scope as(String relation) {
    return new Scope(
        columns.stream()
            .map(c -> new Column(relation, c.name(), c.symbol(), c.isHidden()))
            .toList(),
        outside);
  }

  /// A field of an expression by a path of names; empty where there is no such field.
  static Optional<Expression> field(Expression base, List<String> names) {
    var found = Optional.of(base);
    for (var name : names) {
      found = found.flatMap(of -> field(of, name));
    }
    return found;
  }

  /// A field of a row; empty where there is no such field.
  static Optional<Expression> field(Expression base, String name) {
    if (!(base.type() instanceof Type.Row row)) {
      return Optional.empty();
    }
    var index = row.indexOf(name);
    if (index.isEmpty()) {
      var misspelt = MISSPELT.get(name.toLowerCase(Locale.ROOT));
      index = misspelt == null ? index : row.indexOf(misspelt);
    }
    return index.isPresent() ? Optional.of(field(base, row, index.getAsInt())) : Optional.empty();
  }

  static Expression field(Expression base, Type.Row row, int index) {
    return new Expression.Field(base, index, row.fields().get(index).type());
  }
}
