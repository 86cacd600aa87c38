package io.tarn.query.result;

import io.tarn.query.result.ChunkWriter.RowValues;
import java.util.ArrayList;
import java.util.List;

/// Writes one result: chunks as they fill, and a manifest at the end.
public final class ResultWriter {
  private final ResultBucket bucket;
  private final String folder;
  private final List<ResultManifest.Chunk> written = new ArrayList<>();
  private final ChunkWriter chunks = new ChunkWriter(this::write);

  ResultWriter(ResultBucket bucket, String folder) {
    this.bucket = bucket;
    this.folder = folder;
  }

  /// Adds a row.
  public void add(RowValues row) {
    chunks.add(row);
  }

  /// How many rows there have been.
  public long count() {
    return chunks.count();
  }

  /// How many compressed bytes have been written.
  public long storedBytes() {
    return chunks.storedBytes();
  }

  /// Writes what is left; afterwards the result is whole.
  public StoredResult finish() {
    chunks.finish();
    var manifest = new ResultManifest(ResultManifest.VERSION, count(), written);
    var bytes = ResultStore.bytes(manifest);
    bucket.put(ResultStore.manifestKey(folder), bytes);
    return new StoredResult(count(), storedBytes(), Sha256.of(bytes));
  }

  private void write(ResultChunk chunk) {
    var name = "rows-%08d.json.gz".formatted(written.size());
    var content = chunk.content();
    bucket.put(folder + name, content);
    written.add(
        new ResultManifest.Chunk(
            name, chunk.firstRow(), chunk.rows(), content.length, Sha256.of(content)));
  }
}
