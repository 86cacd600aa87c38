package io.tarn.ingest.writing;

import io.tarn.common.schema.StoredColumn;
import io.tarn.ingest.record.ColumnValue;
import io.tarn.ingest.record.EventRow;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes rows in PostgreSQL's binary COPY format. Not thread-safe.
final class TupleEncoder {
  static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  static final byte[] TRAILER = {(byte) 0xFF, (byte) 0xFF};

  /// 2000-01-01, where PostgreSQL counts time from.
  private static final long POSTGRES_EPOCH_MILLIS = 946_684_800_000L;

  private static final int NULL = -1;
  private static final int JSONB_VERSION = 1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
  private final DataOutputStream out = new DataOutputStream(bytes);

  /// One staged row: offset and store, then the columns in their order without the position, which
  /// the insert sets.
  byte[] encode(long offset, UUID store, EventRow row) {
    bytes.reset();
    try {
      out.writeShort(row.size() + 1);
      write(new ColumnValue.Large(offset));
      writeId(store);
      for (int place = 0; place < row.size(); place++) {
        if (!isPosition(row, place)) {
          write(row.value(place));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static boolean isPosition(EventRow row, int place) {
    return row.column(place).source() == StoredColumn.Writer.INGEST_POSITION;
  }

  private void write(@Nullable ColumnValue value) throws IOException {
    switch (value) {
      case null -> out.writeInt(NULL);
      case ColumnValue.Text(var text) -> writeBytes(text.getBytes(StandardCharsets.UTF_8));
      case ColumnValue.Bytes(var raw) -> writeBytes(raw);
      case ColumnValue.Document(var json) -> writeDocument(json.getBytes(StandardCharsets.UTF_8));
      case ColumnValue.Truth(var truth) -> {
        out.writeInt(1);
        out.writeByte(truth ? 1 : 0);
      }
      case ColumnValue.Whole(var number) -> {
        out.writeInt(Integer.BYTES);
        out.writeInt(number);
      }
      case ColumnValue.Large(var number) -> writeLong(number);
      case ColumnValue.Real(var number) -> writeLong(Double.doubleToLongBits(number));
      case ColumnValue.Id(var id) -> writeId(id);
      case ColumnValue.Time(var millis) -> writeLong((millis - POSTGRES_EPOCH_MILLIS) * 1000);
    }
  }

  private void writeId(UUID id) throws IOException {
    out.writeInt(2 * Long.BYTES);
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  private void writeLong(long number) throws IOException {
    out.writeInt(Long.BYTES);
    out.writeLong(number);
  }

  private void writeBytes(byte[] value) throws IOException {
    out.writeInt(value.length);
    out.write(value);
  }

  private void writeDocument(byte[] json) throws IOException {
    out.writeInt(json.length + 1);
    out.writeByte(JSONB_VERSION);
    out.write(json);
  }
}
