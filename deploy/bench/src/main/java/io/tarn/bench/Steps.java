package io.tarn.bench;

import java.io.IOException;

/// Throughput of the single steps of an import, in events per second.
///
/// @param read a dry run: sent through the edge, unpacked, parsed and checked
/// @param copy the bare COPY by two writers into tables without indexes
/// @param stage the same into unlogged tables, as a writer does that drops duplicates
/// @param insert from there into indexed tables that refuse duplicates
record Steps(double read, double copy, double stage, double insert) {
  static Steps measure(OwnProduct product, Contest bulk, int rounds)
      throws IOException, InterruptedException {
    var read = new Samples();
    var copy = new Samples();
    var stage = new Samples();
    var insert = new Samples();
    var load = bulk.load();
    try (var tenant = BenchTenant.create(product, "bench-steps")) {
      for (var round = 0; round < rounds; round++) {
        read.add(load.events() / Stopwatch.seconds(() -> tenant.sendDry(load)));
        copy.add(load.events() / bulk.baseline().seconds(false));
        var staged = bulk.baseline().staged();
        stage.add(load.events() / staged.copy());
        insert.add(load.events() / staged.insert());
      }
    }
    return new Steps(read.median(), copy.median(), stage.median(), insert.median());
  }
}
