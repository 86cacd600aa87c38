package io.tarn.query.result;

import io.quarkus.logging.Log;
import io.tarn.query.result.ChunkWriter.RowValues;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Writes one result: chunks as they fill, and a manifest at the end. A chunk is on its way while
/// the next one fills, or the manifest is written; when the writer is closed, nothing is on its
/// way.
public final class ResultWriter implements AutoCloseable {
  private final ResultBucket bucket;
  private final String folder;
  private final List<ResultManifest.Chunk> written = new ArrayList<>();
  private final ChunkWriter chunks = new ChunkWriter(this::write);
  private final RecentResults recent;
  private @Nullable FutureTask<Void> sending;
  private @Nullable ResultChunk only;

  ResultWriter(ResultBucket bucket, String folder, RecentResults recent) {
    this.bucket = bucket;
    this.folder = folder;
    this.recent = recent;
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
    awaitSent();
    keep(bytes);
    return new StoredResult(count(), storedBytes(), Sha256.of(bytes));
  }

  @Override
  public void close() {
    try {
      awaitSent();
    } catch (ResultException failure) {
      Log.debug("a chunk of a result that failed was not stored", failure);
    }
  }

  /// A result of one chunk is most likely read at once.
  private void keep(byte[] manifest) {
    recent.put(ResultStore.manifestKey(folder), manifest);
    if (only != null) {
      recent.put(folder + written.getFirst().name(), only.content());
    }
  }

  private void write(ResultChunk chunk) {
    var name = "rows-%08d.json.gz".formatted(written.size());
    var content = chunk.content();
    send(folder + name, content);
    only = written.isEmpty() ? chunk : null;
    written.add(
        new ResultManifest.Chunk(
            name, chunk.firstRow(), chunk.rows(), content.length, Sha256.of(content)));
  }

  private void send(String key, byte[] content) {
    awaitSent();
    var task =
        new FutureTask<Void>(
            () -> {
              bucket.put(key, content);
              return null;
            });
    sending = task;
    Thread.ofVirtual().name("result-chunk").start(task);
  }

  /// @throws ResultException where the chunk could not be stored
  private void awaitSent() {
    var task = sending;
    sending = null;
    if (task == null) {
      return;
    }
    try {
      task.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof ResultException known
          ? known
          : new IllegalStateException("a chunk could not be stored", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ResultException.Unavailable(interrupted);
    }
  }
}
