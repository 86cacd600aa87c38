package io.tarn.cli.verify;

import io.tarn.local.sending.S3Bucket;
import io.tarn.local.sending.Sendable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An export in a bucket, below a prefix; read as streams.
public final class BucketSource implements ExportSource {
  private final S3Bucket bucket;
  private final String prefix;
  private final Map<String, Sendable> objects = new TreeMap<>();

  /// @param prefix of the keys; the slash at its end may be missing
  public BucketSource(S3Bucket bucket, String prefix) {
    this.bucket = bucket;
    this.prefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
  }

  @Override
  public List<Item> items() throws IOException {
    var start = "s3://%s/%s".formatted(bucket.name(), prefix).length();
    for (var object : bucket.objects(prefix, MOST_FILES)) {
      objects.put(object.name().substring(start), object);
    }
    return objects.keySet().stream().map(name -> new Item(name, true)).toList();
  }

  @Override
  public InputStream open(String name) throws IOException {
    var object = objects.get(name);
    if (object == null) {
      throw new FileNotFoundException(name);
    }
    try {
      return object.open();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(interruption.getMessage());
    }
  }

  @Override
  public void close() {
    bucket.close();
  }
}
