package io.tarn.sql.generated;

import io.tarn.sql.generated.Ingredients.Column;
import io.tarn.sql.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an expression can read.
///
/// @param event the alias of an event; empty where there is none in reach
record Scope(List<Column> columns, Optional<String> event) {
  Scope {
    columns = List.copyOf(columns);
  }

  List<Column> of(Type type) {
    return columns.stream().filter(column -> column.type().equals(type)).toList();
  }

  /// The text of an ingredient, whose event is `e`, for the event in reach.
  Optional<String> named(String text) {
    return !text.contains("e.")
        ? Optional.of(text)
        : event.map(alias -> text.replaceAll("\\be\\.", alias + "."));
  }

  Scope with(String name, Type type) {
    var more = new ArrayList<Column>();
    more.add(new Column(type, name));
    more.add(new Column(type, name));
    if (type instanceof Type.Row(var fields)) {
      for (var field : fields) {
        if (field.name() != null) {
          more.add(new Column(field.type(), name + "." + field.name()));
        }
      }
    }
    more.addAll(columns);
    return new Scope(more, event);
  }

  Scope and(Scope other) {
    var all = new ArrayList<>(columns);
    all.addAll(other.columns);
    return new Scope(all, event.or(other::event));
  }

  static Scope ofEvents(List<Column> columns, String alias) {
    var own =
        columns.stream()
            .map(c -> new Column(c.type(), c.text().replaceAll("\\be\\.", alias + ".")))
            .toList();
    return new Scope(own, Optional.of(alias));
  }
}
