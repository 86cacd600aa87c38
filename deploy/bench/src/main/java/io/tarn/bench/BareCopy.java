package io.tarn.bench;

import io.tarn.local.sending.SideBySide;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Baseline of the database alone: rows that Tarn has written, saved in COPY's binary format and
/// copied by two writers into empty tables of the same schema. Nothing is read, checked or encoded
/// on the way.
final class BareCopy {
  private static final int WRITERS = 2;
  private static final String SCHEMA = "bench";

  /// The length up to which Tarn's writer keeps staged rows whole.
  private static final int WHOLE_ROW_BYTES = 8160;

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
    database.run("create schema " + SCHEMA);
    for (var table : parts.stream().map(CopyPart::table).distinct().toList()) {
      table.make(database, isIndexed);
    }
    database.run("checkpoint");
  }

  private static void end(Database database) throws IOException {
    database.run("drop schema %s cascade".formatted(SCHEMA));
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

  /// Rows that one writer copies at a time.
  ///
  /// @param number number of the part
  /// @param table where they go
  /// @param file the rows in COPY's binary form
  private record CopyPart(int number, TableCopy table, Path file) {
    void copy(Database database) throws IOException {
      database.copyIn(table.name(), file);
    }

    /// Makes the table through which the rows of this part alone pass.
    void makeStaging(Database database) throws IOException {
      database.run(
          "create unlogged table %s (like %s) with (toast_tuple_target = %d)"
              .formatted(staging(), table.original(), WHOLE_ROW_BYTES));
    }

    void stage(Database database) throws IOException {
      database.copyIn(staging(), file);
    }

    void insertStaged(Database database) throws IOException {
      database.run(
          "insert into %s select * from %s order by event_time, event_id on conflict do nothing"
              .formatted(table.name(), staging()));
    }

    private String staging() {
      return SCHEMA + ".staging_" + number;
    }
  }

  /// An empty table like one of a tenant's, in the schema of the bench: same columns, checks and
  /// storage, partitioned at the same times.
  ///
  /// @param original the tenant's table, with its schema
  private record TableCopy(String original) {
    /// One partition of a table.
    private record Partition(String name, String bounds) {}

    String name() {
      return SCHEMA + "." + original.substring(original.indexOf('.') + 1);
    }

    void make(Database database, boolean isIndexed) throws IOException {
      var statements = new ArrayList<String>();
      statements.add(
          "create table %s (like %s including all%s) partition by range (event_time)"
              .formatted(name(), original, isIndexed ? "" : " excluding indexes"));
      for (var partition : partitions(database)) {
        var part = SCHEMA + "." + partition.name();
        statements.add(
            "create table %s (like %s including defaults including constraints including storage)"
                .formatted(part, name()));
        statements.add(
            "alter table %s attach partition %s %s".formatted(name(), part, partition.bounds()));
      }
      database.run(statements.toArray(String[]::new));
    }

    private List<Partition> partitions(Database database) throws IOException {
      return database.query(
          """
          select c.relname, pg_get_expr(c.relpartbound, c.oid)
          from pg_inherits i join pg_class c on c.oid = i.inhrelid
          where i.inhparent = '%s'::regclass order by 1"""
              .formatted(original),
          row -> new Partition(row.getString(1), row.getString(2)));
    }
  }
}
