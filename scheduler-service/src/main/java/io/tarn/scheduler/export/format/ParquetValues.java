package io.tarn.scheduler.export.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tarn.sql.type.Type;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;

/// Gives values of JSON to Parquet by their types.
final class ParquetValues {
  private final RecordConsumer target;

  ParquetValues(RecordConsumer target) {
    this.target = target;
  }

  /// Writes the fields of a group that have a value.
  ///
  /// @param value the value of a field by its index
  void writeFields(GroupType group, List<Type> types, Fields value) throws IOException {
    for (int at = 0; at < types.size(); at++) {
      var field = value.at(at);
      if (!field.isNull() && !field.isMissingNode()) {
        target.startField(group.getFieldName(at), at);
        write(field, types.get(at), group.getType(at));
        target.endField(group.getFieldName(at), at);
      }
    }
  }

  /// Values of fields by their index.
  @FunctionalInterface
  interface Fields {
    JsonNode at(int index);
  }

  private void write(JsonNode value, Type type, org.apache.parquet.schema.Type stored)
      throws IOException {
    try {
      switch (type) {
        case Type.Array(var element) -> writeList(value, element, stored.asGroupType());
        case Type.MapOf(var key, var item) -> writeMap(value, key, item, stored.asGroupType());
        case Type.Row(var fields) -> writeRow(value, fields, stored.asGroupType());
        case Type.Decimal(int precision, int scale) -> writeDecimal(value, precision, scale);
        case Type.Timestamp _ -> target.addLong(timestamp(value.asText()));
        case Type.Time _ ->
            target.addInteger(
                Math.toIntExact(LocalTime.parse(value.asText()).toNanoOfDay() / 1_000_000));
        case Type.Simple simple -> writeSimple(value, simple);
        case Type.ZonedTimestamp _, Type.Lambda _ -> writeText(value);
      }
    } catch (DateTimeException | ArithmeticException | NumberFormatException _) {
      throw new UnfitValueException(type.display());
    }
  }

  private void writeSimple(JsonNode value, Type.Simple type) throws UnfitValueException {
    switch (type) {
      case BOOLEAN -> target.addBoolean(truth(value));
      case TINYINT, SMALLINT, INTEGER -> target.addInteger(decimal(value).intValueExact());
      case BIGINT -> target.addLong(decimal(value).longValueExact());
      case REAL -> target.addFloat(Float.parseFloat(value.asText()));
      case DOUBLE -> target.addDouble(Double.parseDouble(value.asText()));
      case DATE -> target.addInteger(Math.toIntExact(LocalDate.parse(value.asText()).toEpochDay()));
      case VARCHAR, VARBINARY, JSON, IPADDRESS, UUID, INTERVAL_DAY, INTERVAL_YEAR, UNKNOWN ->
          writeText(value);
    }
  }

  private static boolean truth(JsonNode value) throws UnfitValueException {
    return switch (value.asText()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new UnfitValueException("boolean");
    };
  }

  private void writeText(JsonNode value) {
    target.addBinary(Binary.fromString(value.isValueNode() ? value.asText() : value.toString()));
  }

  private static BigDecimal decimal(JsonNode value) {
    return value.isNumber() ? value.decimalValue() : new BigDecimal(value.asText());
  }

  /// Milliseconds since 1970 in UTC.
  private static long timestamp(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private void writeDecimal(JsonNode value, int precision, int scale) {
    var unscaled = decimal(value).setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
    if (precision <= ParquetSchema.INT32_DIGITS) {
      target.addInteger(unscaled.intValueExact());
    } else if (precision <= ParquetSchema.INT64_DIGITS) {
      target.addLong(unscaled.longValueExact());
    } else {
      var bytes = unscaled.toByteArray();
      var stored = new byte[ParquetSchema.DECIMAL_BYTES];
      Arrays.fill(stored, (byte) (unscaled.signum() < 0 ? -1 : 0));
      System.arraycopy(bytes, 0, stored, stored.length - bytes.length, bytes.length);
      target.addBinary(Binary.fromConstantByteArray(stored));
    }
  }

  private void writeList(JsonNode list, Type element, GroupType stored) throws IOException {
    var repeated = stored.getType(0).asGroupType();
    target.startGroup();
    if (!list.isEmpty()) {
      target.startField(stored.getFieldName(0), 0);
      for (var item : list) {
        target.startGroup();
        writeFields(repeated, List.of(element), _ -> item);
        target.endGroup();
      }
      target.endField(stored.getFieldName(0), 0);
    }
    target.endGroup();
  }

  private void writeMap(JsonNode map, Type key, Type item, GroupType stored) throws IOException {
    var repeated = stored.getType(0).asGroupType();
    var types = List.of(key, item);
    target.startGroup();
    if (!map.isEmpty()) {
      target.startField(stored.getFieldName(0), 0);
      for (var entry : map.properties()) {
        var name = TextNode.valueOf(entry.getKey());
        target.startGroup();
        writeFields(repeated, types, at -> at == 0 ? name : entry.getValue());
        target.endGroup();
      }
      target.endField(stored.getFieldName(0), 0);
    }
    target.endGroup();
  }

  private void writeRow(JsonNode row, List<Type.Field> fields, GroupType stored)
      throws IOException {
    var types = fields.stream().map(Type.Field::type).toList();
    target.startGroup();
    writeFields(stored, types, at -> row.path(fields.get(at).shownName(at)));
    target.endGroup();
  }
}
