package io.tarn.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.demo.activity.DemoActivity;
import io.tarn.demo.activity.DemoRequest;
import io.tarn.demo.trail.GroundTruth;
import io.tarn.demo.trail.TrailKey;
import io.tarn.demo.trail.TrailWriter;
import io.tarn.local.edge.Uploads;
import io.tarn.local.realm.DemoTenant;
import io.tarn.local.sending.S3Bucket;
import io.tarn.local.sending.SideBySide;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// One demonstration of one tenant: its files go to the tenant's bucket, its log files through the
/// edge into the event data store, and the ground truth into a folder.
public final class DemoRun {
  private static final int AT_ONCE = 4;
  private static final Duration KEY_VALIDITY = Duration.ofDays(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DemoTenant tenant;
  private final DemoRequest request;
  private final Path truth;

  /// @param truth folder for the ground truth
  public DemoRun(DemoTenant tenant, DemoRequest request, Path truth) {
    this.tenant = tenant;
    this.request = request;
    this.truth = truth;
  }

  /// Prefix of the files in a bucket.
  public static String prefix(DemoRequest request) {
    return "demo/%d-events-seed-%d-from-%s-to-%s/"
        .formatted(request.events(), request.seed(), request.from(), request.to())
        .replace(":", "");
  }

  /// Generates the files, imports them and waits until all events can be queried. A repetition
  /// changes nothing.
  ///
  /// @param store id, ARN or name; null for the tenant's default store
  /// @param made listener for the number of events sent so far
  /// @return the upload with its totals
  public JsonNode send(S3Bucket bucket, Uploads uploads, @Nullable String store, LongConsumer made)
      throws IOException, InterruptedException {
    var prefix = prefix(request);
    var upload = uploads.open("s3://%s/%s".formatted(bucket.name(), prefix), store);
    var count = new EventCount(made);
    try (var line = new SideBySide(AT_ONCE)) {
      write(
          bucket.name(),
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
      // Beside what is imported: an import of the folder reads every file in it.
      var key = prefix.replaceFirst("/$", "-truth/") + file.getFileName();
      bucket.put(key, Files.readAllBytes(file), Map.of());
    }
    uploads.close(upload);
    return uploads.await(upload, _ -> {});
  }

  /// Writes the files to a folder and imports nothing.
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
    var key = TrailKey.of(request.seed());
    var activity = new DemoActivity(tenant, request);
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

  /// The request as JSON, with the key in the form of `ListPublicKeys`.
  private String description(String bucket, String prefix, TrailKey key) {
    var json =
        JSON.createObjectNode()
            .put("tenant", tenant.slug())
            .put("events", request.events())
            .put("seed", request.seed())
            .put("from", request.from().toString())
            .put("to", request.to().toString())
            .put("digestEvery", request.window().toString())
            .put("bucket", bucket)
            .put("prefix", prefix);
    json.putArray("PublicKeyList")
        .addObject()
        .put("Value", key.publicKey())
        .put("ValidityStartTime", request.from().minus(KEY_VALIDITY).toString())
        .put("ValidityEndTime", request.to().plus(KEY_VALIDITY).toString())
        .put("Fingerprint", key.fingerprint());
    return json.toPrettyString() + "\n";
  }

  /// Thread-safe count of events.
  private static final class EventCount {
    private final LongConsumer listener;
    private long total;

    EventCount(LongConsumer listener) {
      this.listener = listener;
    }

    synchronized void add(int events) {
      total += events;
      listener.accept(total);
    }
  }
}
