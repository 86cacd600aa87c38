package io.tarn.oracle;

import io.airlift.slice.Slices;
import io.trino.spi.Page;
import io.trino.spi.PageBuilder;
import io.trino.spi.block.ArrayBlockBuilder;
import io.trino.spi.block.BlockBuilder;
import io.trino.spi.block.MapBlockBuilder;
import io.trino.spi.block.RowBlockBuilder;
import io.trino.spi.type.BigintType;
import io.trino.spi.type.BooleanType;
import io.trino.spi.type.DoubleType;
import io.trino.spi.type.IntegerType;
import io.trino.spi.type.TimestampType;
import io.trino.spi.type.VarcharType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes rows in Trino's own form.
final class RowPages {
  private RowPages() {}

  static List<Page> of(List<LakeShape> shapes, List<EventRow> rows) {
    var builder = new PageBuilder(shapes.stream().map(LakeShape::type).toList());
    var pages = new ArrayList<Page>();
    for (var row : rows) {
      builder.declarePosition();
      for (int i = 0; i < shapes.size(); i++) {
        write(shapes.get(i), row.values().get(i), builder.getBlockBuilder(i));
      }
      if (builder.isFull()) {
        pages.add(builder.build());
        builder.reset();
      }
    }
    pages.add(builder.build());
    return pages;
  }

  @SuppressWarnings("unchecked") // ShapeReader gives what the shape says
  private static void write(LakeShape shape, @Nullable Object value, BlockBuilder out) {
    if (value == null) {
      out.appendNull();
      return;
    }
    switch (shape) {
      case LakeShape.Text() -> text((String) value, out);
      case LakeShape.Truth() -> BooleanType.BOOLEAN.writeBoolean(out, (Boolean) value);
      case LakeShape.Whole() -> IntegerType.INTEGER.writeLong(out, (Integer) value);
      case LakeShape.Big() -> BigintType.BIGINT.writeLong(out, (Long) value);
      case LakeShape.Real() -> DoubleType.DOUBLE.writeDouble(out, (Double) value);
      case LakeShape.Time() ->
          TimestampType.TIMESTAMP_MILLIS.writeLong(out, micros((Instant) value));
      case LakeShape.TextMap() ->
          textMap((Map<String, @Nullable String>) value, (MapBlockBuilder) out);
      case LakeShape.Items(var element) ->
          items(element, (List<@Nullable Object>) value, (ArrayBlockBuilder) out);
      case LakeShape.Struct(var fields) ->
          struct(fields, (List<@Nullable Object>) value, (RowBlockBuilder) out);
    }
  }

  private static void text(String value, BlockBuilder out) {
    VarcharType.VARCHAR.writeSlice(out, Slices.utf8Slice(value));
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static void textMap(Map<String, @Nullable String> entries, MapBlockBuilder out) {
    out.buildEntry(
        (keys, values) ->
            entries.forEach(
                (key, value) -> {
                  text(key, keys);
                  write(new LakeShape.Text(), value, values);
                }));
  }

  private static void items(
      LakeShape element, List<@Nullable Object> values, ArrayBlockBuilder out) {
    out.buildEntry(items -> values.forEach(value -> write(element, value, items)));
  }

  private static void struct(
      List<LakeShape.Field> fields, List<@Nullable Object> values, RowBlockBuilder out) {
    out.buildEntry(
        builders -> {
          for (int i = 0; i < fields.size(); i++) {
            write(fields.get(i).shape(), values.get(i), builders.get(i));
          }
        });
  }
}
