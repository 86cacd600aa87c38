package io.tarn.bench;

import java.util.Map;

/// What the runs of one statement took, part by part, in milliseconds.
final class StatementTimes {
  private final String shown;
  private final Samples submit = new Samples();
  private final Samples await = new Samples();
  private final Samples page = new Samples();
  private final Samples untilStart = new Samples();
  private final Samples all = new Samples();
  private final Samples own = new Samples();
  private final Samples beside = new Samples();
  private Map<String, Double> coresByPart = Map.of();
  private Map<String, Double> coresByThread = Map.of();

  /// @param shown title in a table
  StatementTimes(String shown) {
    this.shown = shown;
  }

  void add(BenchStatement.Times times) {
    submit.add(times.submit());
    await.add(times.await());
    page.add(times.page());
    untilStart.add(times.untilStart());
    all.add(times.all());
  }

  /// A run, and what the database alone took just after it.
  void addBeside(BenchStatement.Times times, double ownMillis) {
    own.add(ownMillis);
    beside.add(times.all() - ownMillis);
  }

  /// What a statement costs each part, in milliseconds of a core.
  void coresByPart(Map<String, Double> millis) {
    coresByPart = Map.copyOf(millis);
  }

  Map<String, Double> coresByPart() {
    return coresByPart;
  }

  /// The same of the threads of query-service.
  void coresByThread(Map<String, Double> millis) {
    coresByThread = Map.copyOf(millis);
  }

  Map<String, Double> coresByThread() {
    return coresByThread;
  }

  String shown() {
    return shown;
  }

  Samples submit() {
    return submit;
  }

  Samples await() {
    return await;
  }

  Samples page() {
    return page;
  }

  Samples untilStart() {
    return untilStart;
  }

  /// From the submission to the first page.
  Samples all() {
    return all;
  }

  /// The database's own time.
  Samples own() {
    return own;
  }

  /// From the submission to the first page, without the database's own time.
  Samples beside() {
    return beside;
  }
}
