package io.tarn.query.engine;

import io.tarn.query.scan.ScanVolume;
import java.util.List;
import java.util.Optional;

/// A statement that an engine is ready to answer. Belongs to one thread; only [#cancel] may come
/// from another. All methods throw [EngineException].
public interface OpenStatement {
  /// What a run scans; empty where nothing is counted.
  Optional<ScanVolume> volume();

  /// Runs the statement.
  ///
  /// @param fetch how many rows are fetched at first
  Rows rows(int fetch);

  /// How the engine would answer, one step a line; a long plan is cut. The statement is not run.
  List<String> plan();

  /// Asks the engine to end what it does at the moment, also while rows are fetched. It can miss
  /// that between two steps, so whoever wants the end asks again.
  void cancel();
}
