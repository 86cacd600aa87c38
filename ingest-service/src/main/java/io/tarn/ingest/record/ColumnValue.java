package io.tarn.ingest.record;

import io.tarn.common.schema.MapOrder;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The value of one stored column, apart from NULL.
public sealed interface ColumnValue {
  /// Storable text: no NUL, no lone surrogate.
  record Text(String value) implements ColumnValue {}

  record Truth(boolean value) implements ColumnValue {}

  record Whole(int value) implements ColumnValue {}

  record Large(long value) implements ColumnValue {}

  record Real(double value) implements ColumnValue {}

  /// Milliseconds since 1970 in UTC.
  record Time(long epochMillis) implements ColumnValue {}

  record Id(UUID value) implements ColumnValue {}

  /// JSON text for a jsonb column.
  record Document(String json) implements ColumnValue {}

  /// Raw bytes, or text that is at hand as UTF-8.
  @SuppressWarnings("ArrayRecordComponent") // never compared, made once for each event
  record Bytes(byte[] value) implements ColumnValue {}

  /// The bytes of a key order, or null where none is stored.
  static @Nullable ColumnValue keyOrder(List<String> keys) {
    var permutation = MapOrder.encode(keys);
    return permutation == null ? null : new Bytes(permutation);
  }
}
