package io.tarn.bench;

import io.tarn.local.product.Service;
import io.tarn.local.product.Settings;
import io.tarn.local.realm.DemoTenant;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The process of [ExportBench]: one tenant with as many events as the result has rows. Exports
/// take turns with bare uploads of the same files, so that both find the machine in the same state.
public final class ExportRun {
  private static final List<String> FORMATS = List.of("csv", "ndjson", "parquet");
  private static final List<String> KILLED = List.of("csv", "parquet");
  private static final String SERVICE = "scheduler-service";
  private static final int ROUNDS = 3;
  private static final int ROWS_BEFORE = 10_000;
  private static final int FILES = 20;
  private static final int SENT_AT_ONCE = 4;

  private static final String STATEMENT =
      """
      SELECT eventTime, eventID, eventSource, eventName, awsRegion, sourceIPAddress, userAgent,
        userIdentity.type, userIdentity.arn, userIdentity.accountId, errorCode, readOnly,
        requestParameters
      FROM $EDS_ID""";

  private final OwnProduct product;
  private final int rows;
  private final PrintStream out;

  private ExportRun(OwnProduct product, int rows, PrintStream out) {
    this.product = product;
    this.rows = rows;
    this.out = out;
  }

  @SuppressWarnings("SystemOut") // a command of the terminal
  public static void main(String[] arguments) throws Exception {
    System.exit(run(Integer.parseInt(arguments[0]), System.out) ? 0 : 1);
  }

  private static boolean run(int rows, PrintStream out) throws IOException, InterruptedException {
    try (var product = OwnProduct.start(Settings.ofEnvironment(), out)) {
      return new ExportRun(product, rows, out).run();
    }
  }

  /// Prints everything; true if no file differs from what it should be.
  private boolean run() throws IOException, InterruptedException {
    try (var tenant = BenchTenant.create(product, "bench-export");
        var bucket = TenantBucket.of(tenant)) {
      fill(tenant);
      var exports = new TenantExports(tenant);
      warmUp(exports);
      var execution = exports.execute(STATEMENT, rows);
      var all = new ArrayList<ExportFigures>();
      for (var format : FORMATS) {
        all.add(measure(exports, bucket, execution, format));
      }
      rowsAsText(all);
      new ExportReport(out).print(all);
      product.startEndedAgain();
      var killed = all.stream().filter(each -> KILLED.contains(each.format())).toList();
      var isSame = new KilledExports(product, exports, bucket, out).run(execution, killed);
      return isSame && all.stream().allMatch(ExportFigures::isRepeatable);
    }
  }

  private void fill(BenchTenant tenant) throws IOException, InterruptedException {
    out.printf("Sending %,d events%n", rows);
    var perFile = Math.ceilDiv(rows, FILES);
    var files =
        TrailFiles.write(product.folder("events"), DemoTenant.ALL.getFirst(), rows, perFile);
    tenant.send(new Load("export", "export", files, rows, 1, SENT_AT_ONCE, 0), "stored");
    try (var database = product.superuser()) {
      database.run("vacuum (analyze) " + tenant.table());
    }
  }

  private void warmUp(TenantExports exports) throws IOException, InterruptedException {
    var few = Math.min(rows, ROWS_BEFORE);
    var execution = exports.execute(STATEMENT + " LIMIT " + few, few);
    for (var format : FORMATS) {
      var _ = exports.await(exports.begin(execution, format));
    }
  }

  private ExportFigures measure(
      TenantExports exports, TenantBucket bucket, String execution, String format)
      throws IOException, InterruptedException {
    out.printf("%d exports of %,d rows as %s%n", ROUNDS, rows, format);
    var figures = new ExportFigures(format);
    var processes = product.processes();
    for (var round = 0; round < ROUNDS; round++) {
      processes.forgetPeak(SERVICE);
      var before = processes.byPart();
      FinishedExport export;
      try (var heap = HeapWatch.start(product.address(Service.SCHEDULER))) {
        export = exports.await(exports.begin(execution, format));
        figures.addPeaks(heap.peakMegabytes(), processes.peakMegabytes(SERVICE));
      }
      var taken = Processes.since(before, processes.byPart());
      figures.add(export, bareSeconds(bucket, fetched(bucket, export)), taken);
    }
    return figures;
  }

  /// The result files on disk.
  private List<Path> fetched(TenantBucket bucket, FinishedExport export) throws IOException {
    var fetched = new ArrayList<Path>();
    for (var file : export.files()) {
      var path = product.folder("files").resolve(file.name());
      bucket.download(export.folder() + file.name(), path);
      fetched.add(path);
    }
    return fetched;
  }

  /// Seconds in which the files are uploaded to the same bucket, without anything else.
  private static double bareSeconds(TenantBucket bucket, List<Path> files)
      throws IOException, InterruptedException {
    var seconds =
        Stopwatch.seconds(
            () -> {
              for (var file : files) {
                bucket.upload(file, bareKey(file));
              }
            });
    for (var file : files) {
      bucket.delete(bareKey(file));
    }
    return seconds;
  }

  private static String bareKey(Path file) {
    return "bare/" + file.getFileName();
  }

  /// Those of Parquet are the same rows as JSON lines: its own pages are encoded, no text.
  private void rowsAsText(List<ExportFigures> all) throws IOException {
    var last = 0L;
    for (var figures : all) {
      if (!figures.format().equals("parquet")) {
        last = 0;
        for (var file : figures.first().files()) {
          last += unpackedBytes(product.folder("files").resolve(file.name()));
        }
      }
      figures.plainBytes(last);
    }
  }

  private static long unpackedBytes(Path file) throws IOException {
    try (var plain = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return plain.transferTo(OutputStream.nullOutputStream());
    }
  }
}
