package io.tarn.ingest.intake;

import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.record.Inspection;
import io.tarn.ingest.storage.Store;

/// Takes the events of one file that their stores admit. Not thread-safe.
interface AdmittedEvents {
  /// Waits while too much is on its way.
  void take(SourceLocation location, Store store, Inspection.Event event, byte[] bytes)
      throws InterruptedException;

  /// The file has no more of them.
  void finish();
}
