package io.tarn.sql.analysis;

import io.tarn.common.schema.LakeColumn;
import io.tarn.common.schema.LakeType;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.ColumnReference;
import io.tarn.sql.tree.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The names that expressions of one SELECT can use: its sources under their aliases.
record Scope(List<NamedSource> sources) implements NameResolver {
  /// Fields that Lake misspells; the right spelling finds them too.
  private static final Map<String, String> MISSPELT =
      Map.of("credentialsissuedto", "credentiaisissuedto", "errormessage", "errormssage");

  Scope {
    sources = List.copyOf(sources);
  }

  /// @param name the alias, or the name of the table where it has none
  record NamedSource(String name, Source source) {
    boolean isNamed(String other) {
      return name.equalsIgnoreCase(other);
    }
  }

  /// The source of this name, whatever its case.
  Optional<NamedSource> source(String name) {
    return sources.stream().filter(source -> source.isNamed(name)).findFirst();
  }

  /// What a path of names stands for: `alias.column.field` before `column.field`, as in Trino.
  @Override
  public Optional<Expression> resolve(List<String> path) {
    if (path.size() > 1) {
      var qualified =
          source(path.getFirst())
              .flatMap(source -> column(source.source(), path.subList(1, path.size())));
      if (qualified.isPresent()) {
        return qualified;
      }
    }
    return sources.stream().flatMap(source -> column(source.source(), path).stream()).findFirst();
  }

  @Override
  public List<String> known() {
    return sources.stream()
        .flatMap(named -> columns(named.source()).stream())
        .map(LakeColumn::name)
        .distinct()
        .toList();
  }

  /// The columns that `*` shows of a source.
  static List<LakeColumn> shownColumns(Source source) {
    return columns(source).stream().filter(column -> !column.hidden()).toList();
  }

  static ColumnReference reference(Source source, LakeColumn column) {
    return new ColumnReference(source.id(), List.of(lower(column.name())), column.type());
  }

  /// A field of a row-typed expression; empty where there is no such field.
  static Optional<Expression> field(Expression base, String name) {
    return base.type() instanceof LakeType.RowType row
        ? row.field(name)
            .or(() -> Optional.ofNullable(MISSPELT.get(lower(name))).flatMap(row::field))
            .map(field -> field(base, field))
        : Optional.empty();
  }

  static Expression field(Expression base, LakeType.Field field) {
    return base instanceof ColumnReference(var source, var path, _)
        ? new ColumnReference(source, Paths.append(path, field.name()), field.type())
        : new Expression.FieldAccess(base, field.name(), field.type());
  }

  private static Optional<Expression> column(Source source, List<String> path) {
    Optional<Expression> found =
        columns(source).stream()
            .filter(column -> column.name().equalsIgnoreCase(path.getFirst()))
            .findFirst()
            .map(column -> reference(source, column));
    for (var name : path.subList(1, path.size())) {
      found = found.flatMap(base -> field(base, name));
    }
    return found;
  }

  private static List<LakeColumn> columns(Source source) {
    return switch (source) {
      case Source.StoreScan(_, var store) -> store.schema().columns();
    };
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
