package io.tarn.sql.render;

import io.tarn.common.schema.EventSchema;
import io.tarn.sql.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a symbol stands for in a SELECT that is being written.
public sealed interface Value {
  /// A column of the SELECT below, or an expression over such.
  ///
  /// @param isColumn whether it is a column as it is
  /// @param isNeverNull whether it is known to have a value in each row
  record Written(Sql sql, boolean isColumn, boolean isNeverNull) implements Value {}

  /// A stored column, or a field of a stored struct.
  ///
  /// @param alias of the event table
  /// @param path the names from the column to the field
  record Stored(String alias, EventSchema schema, List<String> path, Type type) implements Value {
    public Stored {
      path = List.copyOf(path);
    }

    /// A field of this struct.
    public Stored field(int index) {
      var field = ((Type.Row) type).fields().get(index);
      var longer = new ArrayList<>(path);
      longer.add(field.shownName(index));
      return new Stored(alias, schema, longer, field.type());
    }
  }

  /// Some fields of a struct, each a value of its own, by the indexes from the struct to the field.
  record Parts(Map<List<Integer>, Written> fields) implements Value {
    public Parts {
      fields = Map.copyOf(fields);
    }
  }
}
