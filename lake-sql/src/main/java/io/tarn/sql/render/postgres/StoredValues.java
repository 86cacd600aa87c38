package io.tarn.sql.render.postgres;

import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.LakeType;
import io.tarn.common.schema.StoredColumn;
import io.tarn.common.schema.StoredColumns;
import io.tarn.common.schema.StoredStruct;
import io.tarn.sql.render.postgres.PgExpression.Call;
import io.tarn.sql.render.postgres.PgExpression.Cast;
import io.tarn.sql.render.postgres.PgExpression.Column;
import io.tarn.sql.render.postgres.PgExpression.Infix;
import io.tarn.sql.render.postgres.PgExpression.NumberConstant;
import io.tarn.sql.render.postgres.PgExpression.TextConstant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The columns of one event table as values: stored ones, computed ones, and structs, which are put
/// together from their leaves.
final class StoredValues {
  /// What follows the name of a map field inside a struct for the field with its key order.
  static final String ORDER_SUFFIX = "$order";

  private static final TextConstant TIMESTAMP_FORM = new TextConstant("YYYY-MM-DD HH24:MI:SS.MS");

  private final String alias;
  private final StoredColumns stored;

  StoredValues(String alias, EventSchema schema) {
    this.alias = alias;
    this.stored = schema.stored();
  }

  /// The value at a path, fit for comparing.
  PgExpression value(List<String> path, LakeType type) {
    return value(path, type, false);
  }

  /// The value at a path, fit for showing: structs bring the key order of their maps along.
  PgExpression shown(List<String> path, LakeType type) {
    return value(path, type, true);
  }

  /// The companion column with the key order of the map at a path.
  Optional<PgExpression> keyOrder(List<String> path) {
    return stored.keyOrder(path).map(this::column);
  }

  /// Whether the value at a path is NULL.
  PgExpression isNull(List<String> path, LakeType type) {
    return stored
        .struct(path)
        .<PgExpression>map(struct -> presence(struct, "="))
        .orElseGet(() -> new PgExpression.Postfix(value(path, type), "IS NULL"));
  }

  boolean isRequired(List<String> path) {
    return stored.value(path).map(StoredColumn::required).orElse(false);
  }

  /// Whether nobody can still write a row with a smaller ingest position.
  PgExpression isSettled() {
    var oldestRunning = Call.of("pg_snapshot_xmin", Call.of("pg_current_snapshot"));
    return Infix.of(
        new Column(alias, StoredColumns.INGEST_POSITION),
        "<",
        new Cast(new Cast(oldestRunning, PgTypes.TEXT), PgTypes.BIGINT));
  }

  private PgExpression value(List<String> path, LakeType type, boolean shown) {
    return stored
        .value(path)
        .map(this::column)
        .or(() -> stored.struct(path).map(struct -> struct(struct, path, type, shown)))
        .orElseGet(() -> computed(path));
  }

  private PgExpression computed(List<String> path) {
    var name = path.getFirst();
    if (name.equalsIgnoreCase(EventSchema.CALENDAR_DAY)) {
      var eventTime = new Column(alias, StoredColumns.EVENT_TIME);
      return new Cast(Call.of("to_char", eventTime, new TextConstant("YYYYMMDD")), PgTypes.BIGINT);
    }
    if (name.equalsIgnoreCase(EventSchema.EVENT_JSON_CHECKSUM)) {
      var original = new Column(alias, StoredColumns.EVENT_JSON);
      var bytes = Call.of("convert_to", original, new TextConstant("UTF8"));
      return Call.of("encode", Call.of("sha256", bytes), new TextConstant("base64"));
    }
    throw new IllegalArgumentException("no column " + String.join(".", path));
  }

  private PgExpression struct(
      StoredStruct struct, List<String> path, LakeType type, boolean shown) {
    if (!(type instanceof LakeType.RowType row)) {
      throw new IllegalArgumentException("no struct: " + type.display());
    }
    var parts = new ArrayList<PgExpression>();
    for (var field : row.fields()) {
      var fieldPath = new ArrayList<>(path);
      fieldPath.add(field.name());
      parts.add(new TextConstant(field.name()));
      parts.add(part(fieldPath, field.type(), shown));
      if (shown) {
        stored.keyOrder(fieldPath).ifPresent(order -> addOrder(parts, field.name(), order));
      }
    }
    return new PgExpression.When(
        presence(struct, "<>"), new Call("jsonb_build_object", false, parts));
  }

  private void addOrder(List<PgExpression> parts, String field, StoredColumn order) {
    parts.add(new TextConstant(field + ORDER_SUFFIX));
    parts.add(Call.of("encode", column(order), new TextConstant("hex")));
  }

  private PgExpression part(List<String> path, LakeType type, boolean shown) {
    var value = value(path, type, shown);
    return type instanceof LakeType.Timestamp ? Call.of("to_char", value, TIMESTAMP_FORM) : value;
  }

  private PgExpression presence(StoredStruct struct, String comparison) {
    var bits =
        Infix.of(
            new Column(alias, StoredColumns.STRUCT_PRESENCE),
            "&",
            new NumberConstant(struct.mask()));
    return Infix.of(bits, comparison, new NumberConstant(0));
  }

  private PgExpression column(StoredColumn column) {
    return new Column(alias, column.name());
  }
}
