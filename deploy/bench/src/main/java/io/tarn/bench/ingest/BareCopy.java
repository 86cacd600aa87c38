package io.tarn.bench.ingest;

import io.tarn.bench.Database;
import io.tarn.bench.OwnProduct;
import io.tarn.bench.Stopwatch;
import io.tarn.local.sending.SideBySide;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Baseline of the database alone: rows that Tarn has written, saved in COPY's binary format and
/// copied by two writers into empty tables of the same schema. Nothing is read, checked or encoded
/// on the way.
final class BareCopy {
  private static final int WRITERS = 2;

  private final OwnProduct product;
  private final List<CopyPart> parts;

  private BareCopy(OwnProduct product, List<CopyPart> parts) {
    this.product = product;
    this.parts = parts;
  }

  /// Keeps the rows of tables that are filled: those of one table in a half a writer.
  static BareCopy of(OwnProduct product, String name, List<String> originals) throws IOException {
    var folder = product.folder("copy-" + name);
    var halves = originals.size() == 1 ? WRITERS : 1;
    var parts = new ArrayList<CopyPart>();
    try (var database = product.superuser()) {
      for (var original : originals) {
        for (var half = 0; half < halves; half++) {
          var number = parts.size();
          var file = folder.resolve(number + ".copy");
          database.copyOut(
              "select * from %s where abs(hashtext(event_id) %% %d) = %d"
                  .formatted(original, halves, half),
              file);
          parts.add(new CopyPart(number, new TableCopy(original), file));
        }
      }
    }
    return new BareCopy(product, parts);
  }

  /// Seconds for all rows, into tables with the indexes of the original ones or without any.
  double seconds(boolean isIndexed) throws IOException, InterruptedException {
    try (var database = product.superuser()) {
      begin(database, isIndexed);
      var seconds = Stopwatch.seconds(() -> each(CopyPart::copy));
      end(database);
      return seconds;
    }
  }

  /// Seconds of the two steps of a writer that drops duplicates.
  record Staged(double copy, double insert) {}

  /// COPY into unlogged tables, then INSERT into indexed ones that refuse duplicates.
  Staged staged() throws IOException, InterruptedException {
    try (var database = product.superuser()) {
      begin(database, true);
      for (var part : parts) {
        part.makeStaging(database);
      }
      database.run("checkpoint");
      var copy = Stopwatch.seconds(() -> each(CopyPart::stage));
      var insert = Stopwatch.seconds(() -> each(CopyPart::insertStaged));
      end(database);
      return new Staged(copy, insert);
    }
  }

  private void begin(Database database, boolean isIndexed) throws IOException {
    database.run("create schema " + TableCopy.SCHEMA);
    for (var table : parts.stream().map(CopyPart::table).distinct().toList()) {
      table.make(database, isIndexed);
    }
    database.run("checkpoint");
  }

  private static void end(Database database) throws IOException {
    database.run("drop schema %s cascade".formatted(TableCopy.SCHEMA));
  }

  /// One writer of a part, on a connection of its own.
  @FunctionalInterface
  private interface Work {
    void run(CopyPart part, Database database) throws IOException;
  }

  private void each(Work work) throws IOException, InterruptedException {
    try (var writers = new SideBySide(WRITERS)) {
      for (var part : parts) {
        writers.run(
            () -> {
              try (var database = product.superuser()) {
                work.run(part, database);
              }
            });
      }
      writers.finish();
    }
  }
}
