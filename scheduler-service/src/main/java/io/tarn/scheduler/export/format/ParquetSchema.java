package io.tarn.scheduler.export.format;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.intType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timeType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FLOAT;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import io.tarn.sql.type.Type;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/// The schema of a result in Parquet. Times with a zone, intervals and what Parquet has no type
/// for are text, as they are in answers.
final class ParquetSchema {
  /// Bytes of a decimal of any precision up to 38.
  static final int DECIMAL_BYTES = 16;

  static final int INT32_DIGITS = 9;
  static final int INT64_DIGITS = 18;

  private ParquetSchema() {}

  static MessageType of(List<ExportColumn> columns) {
    var names = ExportColumn.distinctNames(columns);
    var message = Types.buildMessage();
    for (int at = 0; at < columns.size(); at++) {
      message.addField(field(Repetition.OPTIONAL, columns.get(at).valueType(), names.get(at)));
    }
    return message.named("result");
  }

  private static org.apache.parquet.schema.Type field(
      Repetition repetition, Type type, String name) {
    return switch (type) {
      case Type.Array(var element) ->
          Types.list(repetition)
              .element(field(Repetition.OPTIONAL, element, "element"))
              .named(name);
      case Type.MapOf(var key, var value) ->
          Types.map(repetition)
              .key(field(Repetition.REQUIRED, key, "key"))
              .value(field(Repetition.OPTIONAL, value, "value"))
              .named(name);
      case Type.Row(var fields) -> group(repetition, fields, name);
      case Type.Decimal(int precision, int scale) -> decimal(repetition, precision, scale, name);
      case Type.Timestamp _ ->
          Types.primitive(INT64, repetition).as(timestampType(true, TimeUnit.MILLIS)).named(name);
      case Type.Time _ ->
          Types.primitive(INT32, repetition).as(timeType(true, TimeUnit.MILLIS)).named(name);
      case Type.Simple simple -> primitive(repetition, simple, name);
      case Type.ZonedTimestamp _, Type.Lambda _ -> text(repetition, name);
    };
  }

  private static GroupType group(Repetition repetition, List<Type.Field> fields, String name) {
    var names =
        ExportColumn.distinct(
            IntStream.range(0, fields.size())
                .mapToObj(at -> fields.get(at).shownName(at))
                .toList());
    var group = Types.buildGroup(repetition);
    for (int at = 0; at < fields.size(); at++) {
      group.addField(field(Repetition.OPTIONAL, fields.get(at).type(), names.get(at)));
    }
    return group.named(name);
  }

  private static org.apache.parquet.schema.Type decimal(
      Repetition repetition, int precision, int scale, String name) {
    var annotation = decimalType(scale, precision);
    if (precision <= INT32_DIGITS) {
      return Types.primitive(INT32, repetition).as(annotation).named(name);
    }
    return precision <= INT64_DIGITS
        ? Types.primitive(INT64, repetition).as(annotation).named(name)
        : Types.primitive(FIXED_LEN_BYTE_ARRAY, repetition)
            .length(DECIMAL_BYTES)
            .as(annotation)
            .named(name);
  }

  private static org.apache.parquet.schema.Type primitive(
      Repetition repetition, Type.Simple type, String name) {
    return switch (type) {
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
      case TINYINT -> whole(INT32, 8, repetition, name);
      case SMALLINT -> whole(INT32, 16, repetition, name);
      case INTEGER -> whole(INT32, 32, repetition, name);
      case BIGINT -> whole(INT64, 64, repetition, name);
      case REAL -> Types.primitive(FLOAT, repetition).named(name);
      case DOUBLE -> Types.primitive(DOUBLE, repetition).named(name);
      case DATE -> Types.primitive(INT32, repetition).as(dateType()).named(name);
      case VARCHAR, VARBINARY, JSON, IPADDRESS, UUID, INTERVAL_DAY, INTERVAL_YEAR, UNKNOWN ->
          text(repetition, name);
    };
  }

  private static org.apache.parquet.schema.Type whole(
      PrimitiveTypeName primitive, int bits, Repetition repetition, String name) {
    return Types.primitive(primitive, repetition).as(intType(bits, true)).named(name);
  }

  private static org.apache.parquet.schema.Type text(Repetition repetition, String name) {
    return Types.primitive(BINARY, repetition).as(stringType()).named(name);
  }
}
