package io.tarn.scheduler.export.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.sql.type.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/// Parquet. Rows are collected to groups of a bounded size before they are written, so the memory
/// does not grow with the file.
final class ParquetForm implements RowForm {
  private static final long ROW_GROUP = 16L * 1024 * 1024;
  private static final int PAGE = 256 * 1024;
  private static final int ROWS_BETWEEN_LOOKS = 1000;

  private final MeasuredStream stream;
  private final ParquetWriter<JsonNode> writer;

  ParquetForm(ExportedResult result, MeasuredStream stream) throws IOException {
    this.stream = stream;
    this.writer =
        new Builder(result.columns(), new Target(stream))
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodecs())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP)
            .withPageSize(PAGE)
            .withMinRowCountForPageSizeCheck(1)
            .withMaxRowCountForPageSizeCheck(ROWS_BETWEEN_LOOKS)
            .build();
  }

  @Override
  public void write(JsonNode row) throws IOException {
    try {
      writer.write(row);
    } catch (UncheckedIOException failure) {
      throw failure.getCause() == null ? new IOException(failure) : failure.getCause();
    }
  }

  @Override
  public long waiting() {
    return Math.max(0, writer.getDataSize() - stream.bytes());
  }

  @Override
  public void finish() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<JsonNode, Builder> {
    private final List<ExportColumn> columns;

    Builder(List<ExportColumn> columns, OutputFile target) {
      super(target);
      this.columns = columns;
    }

    @Override
    protected Builder self() {
      return this;
    }

    // The library wants both until it has done without the older one.
    @Override
    @SuppressWarnings("deprecation")
    protected WriteSupport<JsonNode> getWriteSupport(Configuration configuration) {
      return new Rows(columns);
    }

    @Override
    protected WriteSupport<JsonNode> getWriteSupport(ParquetConfiguration configuration) {
      return new Rows(columns);
    }
  }

  private static final class Rows extends WriteSupport<JsonNode> {
    private final MessageType schema;
    private final List<Type> types;
    private RecordConsumer target;

    @SuppressWarnings("NullAway.Init") // set by prepareForWrite, before the first row
    Rows(List<ExportColumn> columns) {
      this.schema = ParquetSchema.of(columns);
      this.types = columns.stream().map(ExportColumn::valueType).toList();
    }

    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      target = consumer;
    }

    @Override
    public void write(JsonNode row) {
      target.startMessage();
      try {
        new ParquetValues(target).writeFields(schema, types, row::path);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      target.endMessage();
    }
  }

  /// The stream as a file of the library. It is written once, from its begin to its end.
  private record Target(MeasuredStream stream) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSize) {
      return new Positioned(stream);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
      return create(blockSize);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  /// Leaves the stream open when it is closed.
  private static final class Positioned extends PositionOutputStream {
    private final MeasuredStream stream;

    Positioned(MeasuredStream stream) {
      this.stream = stream;
    }

    @Override
    public long getPos() {
      return stream.bytes();
    }

    @Override
    public void write(int value) throws IOException {
      stream.write(value);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      stream.write(source, offset, length);
    }
  }
}
