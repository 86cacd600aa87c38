package io.tarn.sql.render.postgres;

import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.StoredColumn;
import io.tarn.common.schema.StoredColumns;
import io.tarn.common.schema.StoredStruct;
import io.tarn.sql.render.Sql;
import io.tarn.sql.render.Value.Stored;
import io.tarn.sql.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The columns of event tables as values: stored ones, computed ones, and structs, which are put
/// together from their leaves.
final class StoredValues {
  private final PostgresDialect dialect;

  StoredValues(PostgresDialect dialect) {
    this.dialect = dialect;
  }

  Sql value(Stored value) {
    var columns = value.schema().stored();
    return columns
        .value(value.path())
        .map(column -> ofObjects(column(value, column), value.type()))
        .or(() -> columns.struct(value.path()).map(struct -> struct(value, struct)))
        .orElseGet(() -> computed(value));
  }

  /// The stored column as it is; arrays of structs have objects in it.
  Optional<Sql> column(Stored value) {
    return value.schema().stored().value(value.path()).map(column -> column(value, column));
  }

  Sql isNull(Stored value) {
    return value
        .schema()
        .stored()
        .struct(value.path())
        .map(struct -> presence(value, struct, "="))
        .orElseGet(() -> Sql.join("(", column(value).orElseGet(() -> value(value)), " IS NULL)"));
  }

  boolean isNeverNull(Stored value) {
    return value.schema().stored().value(value.path()).map(StoredColumn::required).orElse(false);
  }

  Optional<Sql> keyOrder(Stored value) {
    return value.schema().stored().keyOrder(value.path()).map(order -> column(value, order));
  }

  private Sql computed(Stored value) {
    var name = value.path().getFirst();
    if (name.equalsIgnoreCase(EventSchema.CALENDAR_DAY)) {
      var time = column(value, StoredColumns.EVENT_TIME);
      return Sql.join("to_char(", time, ", 'YYYYMMDD')::bigint");
    }
    if (name.equalsIgnoreCase(EventSchema.EVENT_JSON_CHECKSUM)) {
      var original = column(value, StoredColumns.EVENT_JSON);
      return Sql.join("encode(sha256(convert_to(", original, ", 'UTF8')), 'base64')");
    }
    throw new IllegalArgumentException("no column " + String.join(".", value.path()));
  }

  private Sql struct(Stored value, StoredStruct struct) {
    var fields = ((Type.Row) value.type()).fields();
    var parts =
        IntStream.range(0, fields.size())
            .mapToObj(i -> Encoding.argument(value(value.field(i)), fields.get(i).type()))
            .toList();
    return Sql.join(
        "CASE WHEN ", presence(value, struct, "<>"), " THEN ", Lists.array(parts), " END");
  }

  private static Sql presence(Stored value, StoredStruct struct, String comparison) {
    return Sql.join(
        "((",
        column(value, StoredColumns.STRUCT_PRESENCE),
        " & ",
        struct.mask(),
        ") ",
        comparison,
        " 0)");
  }

  private static Sql column(Stored value, StoredColumn column) {
    return column(value, column.name());
  }

  private static Sql column(Stored value, String name) {
    return Sql.of(Sql.quote(value.alias()) + "." + Sql.quote(name));
  }

  /// Structs in arrays are stored as objects, of which absent fields are NULL; everywhere else rows
  /// are arrays of their fields.
  private Sql ofObjects(Sql value, Type type) {
    return type instanceof Type.Array(Type.Row row)
        ? Lambdas.eachElementAsIs(dialect, value, element -> object(element, row.fields()))
        : value;
  }

  private Sql object(Sql object, List<Type.Field> fields) {
    var parts =
        IntStream.range(0, fields.size())
            .mapToObj(
                i -> {
                  var name = Sql.constant(fields.get(i).shownName(i));
                  var part = Sql.join("(", object, " -> ", name, ")");
                  return nestedObject(part, fields.get(i).type());
                })
            .toList();
    return Lists.array(parts);
  }

  private Sql nestedObject(Sql part, Type type) {
    return switch (type) {
      case Type.Array(Type.Row _) -> ofObjects(Sql.join("NULLIF(", part, ", 'null'::jsonb)"), type);
      case Type.Row(var fields) ->
          Sql.join(
              "CASE WHEN jsonb_typeof(", part, ") = 'object' THEN ", object(part, fields), " END");
      default -> part;
    };
  }
}
