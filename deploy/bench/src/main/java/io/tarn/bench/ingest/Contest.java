package io.tarn.bench.ingest;

import io.tarn.bench.BenchTenant;
import io.tarn.bench.Intake;
import io.tarn.bench.OwnProduct;
import io.tarn.bench.Samples;
import io.tarn.local.sending.SideBySide;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way in which events come, measured round by round beside a bare COPY of the same rows. Both
/// begin with empty tables, after a checkpoint.
final class Contest {
  private final OwnProduct product;
  private final Load load;
  private final Measured ours;
  private final Measured again;
  private final Samples bare = new Samples();
  private @Nullable BareCopy kept;
  private int rounds;

  Contest(OwnProduct product, Load load) {
    this.product = product;
    this.load = load;
    this.ours = new Measured(product.cores(), load.allEvents());
    this.again = new Measured(product.cores(), load.allEvents());
  }

  /// Takes in everything without measuring it.
  void warmUp() throws IOException, InterruptedException {
    var filled = newTenants();
    try {
      send(filled, "stored");
    } finally {
      leave(filled);
    }
  }

  /// Fills new tenants, and then copies the same rows.
  ///
  /// @param isSentAgain whether the tenants are sent everything a second time
  void round(boolean isSentAgain) throws IOException, InterruptedException {
    var filled = newTenants();
    try {
      checkpoint();
      ours.take(() -> send(filled, "stored"));
      if (isSentAgain) {
        checkpoint();
        again.take(() -> send(filled, "duplicate"));
      }
      keep(filled);
    } finally {
      leave(filled);
    }
    bare.add(load.allEvents() / kept().seconds(true));
  }

  private List<Intake> newTenants() throws IOException, InterruptedException {
    rounds++;
    var intakes = new ArrayList<Intake>();
    for (var number = 0; number < load.tenants(); number++) {
      var slug = "bench-%s-%d-%d".formatted(load.name(), rounds, number);
      var tenant = BenchTenant.create(product, slug);
      intakes.add(new Intake(tenant, load.files(), load.events(), load.atOnce()));
    }
    return intakes;
  }

  private static void send(List<Intake> intakes, String outcome)
      throws IOException, InterruptedException {
    try (var senders = new SideBySide(intakes.size())) {
      for (var intake : intakes) {
        senders.run(() -> intake.run(outcome));
      }
      senders.finish();
    }
  }

  private void checkpoint() throws IOException {
    try (var database = product.superuser()) {
      database.run("checkpoint");
    }
  }

  private void keep(List<Intake> filled) throws IOException {
    if (kept == null) {
      var tables = filled.stream().map(intake -> intake.tenant().table()).toList();
      kept = BareCopy.of(product, load.name(), tables);
    }
  }

  /// The rows of one round are no use to the next.
  private void leave(List<Intake> filled) throws IOException {
    try (var database = product.superuser()) {
      for (var intake : filled) {
        database.run("truncate " + intake.tenant().table());
        intake.tenant().close();
      }
    }
  }

  Load load() {
    return load;
  }

  Measured ours() {
    return ours;
  }

  /// The same events a second time.
  Measured again() {
    return again;
  }

  /// Events a second that the bare COPY writes.
  double bareRate() {
    return bare.median();
  }

  /// The rows of the first round, to be copied.
  BareCopy kept() {
    var rows = kept;
    if (rows == null) {
      throw new IllegalStateException("no round was run");
    }
    return rows;
  }
}
