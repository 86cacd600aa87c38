package io.tarn.sql.render;

import io.tarn.sql.NamedTable;
import io.tarn.sql.tree.AggregateCall;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.type.Type;
import java.util.List;
import java.util.Optional;

/// What one engine writes for values, types and functions. The structure of SELECTs is the same for
/// all engines.
public interface Dialect {
  /// A constant.
  Sql literal(Expression.Literal literal);

  /// @param isSafe whether a value that cannot be cast is NULL
  Sql cast(Sql value, Type from, Type to, boolean isSafe);

  /// A call of a scalar function or an operator.
  Sql call(Expression.Call call, ExpressionRenderer renderer);

  /// A call of an aggregate or a window function.
  ///
  /// @param suffix what follows its arguments: FILTER and OVER
  Sql aggregate(AggregateCall call, ExpressionRenderer renderer, Sql suffix);

  /// A field of a row that is no stored struct.
  Sql field(Expression.Field field, ExpressionRenderer renderer);

  /// What a value is sorted by.
  Sql sortable(Sql value, Type type);

  /// The table of an event data store.
  Sql table(NamedTable table);

  /// The value of a stored column or of a field of a stored struct.
  Sql stored(Value.Stored value);

  /// Whether that value is NULL.
  Sql isNull(Value.Stored value);

  /// Whether that value is never NULL.
  boolean isNeverNull(Value.Stored value);

  /// The companion of a stored map that says the order of its keys.
  Optional<Sql> keyOrder(Value.Stored value);

  /// The set of rows that an array or a map is unnested to.
  Unnesting unnest(Sql value, Type type);

  /// @param function gives the rows, with as many columns as there are `columns`
  /// @param columns names of the columns of one row, within `alias`
  record Unnesting(Sql function, List<String> columns) {
    public Unnesting {
      columns = List.copyOf(columns);
    }
  }

  /// The symbols of an unnested element over the columns of [#unnest].
  List<Sql> unnested(String alias, List<String> columns, Type type);

  /// A value of the result, in the form that its reader expects.
  Sql output(Sql value, Type type);
}
