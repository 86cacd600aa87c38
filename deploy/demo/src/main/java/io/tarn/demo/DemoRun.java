package io.tarn.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.demo.activity.DemoActivity;
import io.tarn.demo.activity.DemoOrder;
import io.tarn.demo.trail.GroundTruth;
import io.tarn.demo.trail.TrailKey;
import io.tarn.demo.trail.TrailWriter;
import io.tarn.local.edge.Uploads;
import io.tarn.local.realm.DemoTenant;
import io.tarn.local.s3.S3Client;
import io.tarn.local.sending.SideBySide;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// One demonstration of one tenant: its files go to the tenant's bucket, and the log files through
/// the door into its event data store, as anybody's would; what really happened is kept beside.
public final class DemoRun {
  private static final int AT_ONCE = 4;
  private static final Duration KEY_VALIDITY = Duration.ofDays(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DemoTenant tenant;
  private final DemoOrder order;
  private final Path truth;

  /// @param truth the folder for what really happened
  public DemoRun(DemoTenant tenant, DemoOrder order, Path truth) {
    this.tenant = tenant;
    this.order = order;
    this.truth = truth;
  }

  /// Where the files stand in a bucket.
  public static String prefix(DemoOrder order) {
    return "demo/%d-events-seed-%d-from-%s-to-%s/"
        .formatted(order.events(), order.seed(), order.from(), order.to())
        .replace(":", "");
  }

  /// Makes the files, sends them and waits until all events can be queried. The same run again
  /// changes nothing.
  ///
  /// @param store id, ARN or name; null for the tenant's default store
  /// @param made is told how many events are on their way
  /// @return the upload with its sum
  public JsonNode send(S3Client bucket, Uploads uploads, @Nullable String store, LongConsumer made)
      throws IOException, InterruptedException {
    var prefix = prefix(order);
    var upload = uploads.open("s3://%s/%s".formatted(bucket.bucket(), prefix), store);
    var count = new EventCount(made);
    try (var line = new SideBySide(AT_ONCE)) {
      write(
          bucket.bucket(),
          prefix,
          object ->
              line.run(
                  () -> {
                    bucket.put(object.key(), object.bytes(), object.metadata());
                    if (object.events() > 0) {
                      var body = BodyPublishers.ofByteArray(object.bytes());
                      uploads.send(upload, object.key(), body);
                      count.add(object.events());
                    }
                  }));
      line.finish();
    }
    for (var file : truthFiles()) {
      var key = prefix + "truth/" + file.getFileName();
      bucket.put(key, Files.readAllBytes(file), Map.of());
    }
    uploads.close(upload);
    return uploads.await(upload, _ -> {});
  }

  /// Writes the files below a folder and sends nothing.
  public void writeTo(Path folder, LongConsumer made) throws IOException, InterruptedException {
    var count = new EventCount(made);
    write(
        "tarn-demo",
        "",
        object -> {
          var file = folder.resolve(object.key());
          Files.createDirectories(file.getParent());
          Files.write(file, object.bytes());
          count.add(object.events());
        });
  }

  private void write(String bucket, String prefix, TrailWriter.Sink sink)
      throws IOException, InterruptedException {
    var key = TrailKey.of(order.seed());
    var activity = new DemoActivity(tenant, order);
    try (var facts = new GroundTruth(truth)) {
      new TrailWriter(activity, key, bucket, prefix).write(sink, facts);
    }
    Files.writeString(truth.resolve("demo.json"), description(bucket, prefix, key));
  }

  private Iterable<Path> truthFiles() throws IOException {
    try (var files = Files.list(truth)) {
      return files.sorted().toList();
    }
  }

  /// What was ordered, and the key in the form of `ListPublicKeys`.
  private String description(String bucket, String prefix, TrailKey key) {
    var json =
        JSON.createObjectNode()
            .put("tenant", tenant.slug())
            .put("events", order.events())
            .put("seed", order.seed())
            .put("from", order.from().toString())
            .put("to", order.to().toString())
            .put("digestEvery", order.window().toString())
            .put("bucket", bucket)
            .put("prefix", prefix);
    json.putArray("PublicKeyList")
        .addObject()
        .put("Value", key.publicKey())
        .put("ValidityStartTime", order.from().minus(KEY_VALIDITY).toString())
        .put("ValidityEndTime", order.to().plus(KEY_VALIDITY).toString())
        .put("Fingerprint", key.fingerprint());
    return json.toPrettyString() + "\n";
  }

  /// A sum that several threads add to.
  private static final class EventCount {
    private final LongConsumer listener;
    private long sum;

    EventCount(LongConsumer listener) {
      this.listener = listener;
    }

    synchronized void add(int events) {
      sum += events;
      listener.accept(sum);
    }
  }
}
