package io.tarn.bench.sql;

import io.tarn.bench.Database;
import io.tarn.bench.FigureTable;
import io.tarn.bench.Samples;
import io.tarn.bench.Stopwatch;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// What each index of an event table is worth: how many bytes an event it takes, and how long each
/// class of statements takes without it. An index is dropped in a transaction that is rolled back.
final class IndexCosts {
  private static final int RUNS = 5;
  private static final double MILLIS = 1e3;

  /// From which factor on an index is worth a mention, where it also saves so many milliseconds.
  private static final double FACTOR = 1.3;

  private static final double SAVED_MILLIS = 2;

  private final Database database;
  private final String table;
  private final List<SqlClass> classes;
  private final PrintStream out;

  /// @param definition without names
  private record Index(String name, String definition, double bytesAnEvent) {}

  /// @param database a superuser's
  IndexCosts(Database database, String table, List<SqlClass> classes, PrintStream out) {
    this.database = database;
    this.table = table;
    this.classes = List.copyOf(classes);
    this.out = out;
  }

  void measure() throws IOException, InterruptedException {
    var withAll = times();
    var figures =
        new FigureTable("index", "bytes an event", "classes that need it: with, without ms");
    for (var index : indexes()) {
      database.run("begin", "drop index " + index.name());
      var without = times();
      database.run("rollback");
      figures.add(
          index.definition(), "%.0f".formatted(index.bytesAnEvent()), needing(withAll, without));
    }
    figures.print(out);
  }

  private String needing(List<Double> with, List<Double> without) {
    var names = new ArrayList<String>();
    for (int i = 0; i < classes.size(); i++) {
      if (without.get(i) > FACTOR * with.get(i) && without.get(i) - with.get(i) > SAVED_MILLIS) {
        var word = classes.get(i).name().split(" ", 2)[0];
        names.add("%s %.1f, %.1f".formatted(word, with.get(i), without.get(i)));
      }
    }
    return names.isEmpty() ? "none" : String.join("; ", names);
  }

  private List<Double> times() throws IOException, InterruptedException {
    var medians = new ArrayList<Double>();
    for (var each : classes) {
      var samples = new Samples();
      for (int i = 0; i < RUNS; i++) {
        samples.add(
            MILLIS
                * Stopwatch.seconds(() -> database.query(each.byHand(), row -> row.getString(1))));
      }
      medians.add(samples.median());
    }
    return medians;
  }

  private List<Index> indexes() throws IOException {
    return database.query(
        """
        select i.indexrelid::regclass::text as name,
          regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?.* USING ', '\\1')
            as definition,
          (select sum(pg_relation_size(t.relid)) from pg_partition_tree(i.indexrelid) t)
            / (select count(*) from %1$s)::float8 as size
        from pg_index i where i.indrelid = '%1$s'::regclass order by size desc"""
            .formatted(table),
        row ->
            new Index(row.getString("name"), row.getString("definition"), row.getDouble("size")));
  }
}
