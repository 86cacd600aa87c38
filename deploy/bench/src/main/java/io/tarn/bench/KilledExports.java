package io.tarn.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Exports that go on at once while their service is killed, compared with undisturbed exports of
/// the same execution.
final class KilledExports {
  private static final String SERVICE = "scheduler-service";
  private static final String DELIVERING = "delivering";
  private static final Duration LOOK = Duration.ofMillis(50);

  /// Beside the result files: the statement and the sign file.
  private static final int PROOFS = 2;

  private final OwnProduct product;
  private final TenantExports exports;
  private final TenantBucket bucket;
  private final PrintStream out;

  KilledExports(OwnProduct product, TenantExports exports, TenantBucket bucket, PrintStream out) {
    this.product = product;
    this.exports = exports;
    this.bucket = bucket;
    this.out = out;
  }

  /// True if they were killed on the way and their files are the same.
  ///
  /// @param undisturbed not more than the service works on at a time
  boolean run(String execution, List<ExportFigures> undisturbed)
      throws IOException, InterruptedException {
    var begun = new LinkedHashMap<ExportFigures, String>();
    for (var figures : undisturbed) {
      begun.put(figures, exports.begin(execution, figures.format()));
    }
    var quickest = undisturbed.stream().mapToDouble(ExportFigures::seconds).min().orElseThrow();
    for (var export : begun.values()) {
      while (exports.state(export).equals("queued") || exports.state(export).equals("running")) {
        Thread.sleep(LOOK);
      }
    }
    Thread.sleep(Math.round(quickest / 2 * 1e3));
    var ended = new ArrayList<String>();
    for (var export : begun.values()) {
      if (!exports.state(export).equals(DELIVERING)) {
        ended.add(export);
      }
    }
    product.processes().kill(SERVICE);
    out.printf("%n%s is killed; uploads that were begun: %s%n", SERVICE, bucket.uploads().size());
    if (!ended.isEmpty()) {
      out.println("An export had ended before: ask for more rows.");
    }
    var isSame = ended.isEmpty();
    for (var each : begun.entrySet()) {
      isSame &= compare(each);
    }
    return isTidy() && isSame;
  }

  private boolean compare(Map.Entry<ExportFigures, String> begun)
      throws IOException, InterruptedException {
    var before = begun.getKey().first();
    var after = exports.await(begun.getValue());
    var isSame = after.files().equals(before.files()) && isAsTold(after);
    out.printf(
        "%s: %s after %.1f s (%.1f s undisturbed)%n",
        begun.getKey().format(),
        isSame ? "same files" : "OTHER FILES: %s instead of %s".formatted(after, before),
        after.seconds(),
        before.seconds());
    return isSame;
  }

  /// Whether the stored objects are what the service says, and no others are there.
  private boolean isAsTold(FinishedExport export) throws IOException {
    for (var file : export.files()) {
      if (!bucket.sha256(export.folder() + file.name()).equals(file.sha256())) {
        return false;
      }
    }
    return bucket.objects(export.folder()).size() == export.files().size() + PROOFS;
  }

  private boolean isTidy() throws IOException {
    var left = bucket.uploads();
    out.printf("uploads that were left: %s%n", left.isEmpty() ? "none" : left);
    return left.isEmpty();
  }
}
