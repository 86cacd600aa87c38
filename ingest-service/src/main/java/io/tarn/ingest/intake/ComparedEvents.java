package io.tarn.ingest.intake;

import io.tarn.ingest.canonical.EventDigest;
import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.record.Inspection;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.upload.DryRunEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compares the events of a dry run with what is stored, and sends nothing.
final class ComparedEvents implements AdmittedEvents {
  private static final int MANY = 1000;

  private final ProgressRecorder account;
  private final Map<Store, List<DryRunEvent>> pending = new HashMap<>();

  ComparedEvents(ProgressRecorder account) {
    this.account = account;
  }

  @Override
  public void take(SourceLocation location, Store store, Inspection.Event event, byte[] bytes) {
    account.acknowledgements().begin();
    account.acknowledgements().end(null);
    var events = pending.computeIfAbsent(store, _ -> new ArrayList<>());
    var digest = EventDigest.of(bytes, event.json());
    events.add(new DryRunEvent(event.id(), event.epochMillis(), digest));
    if (events.size() == MANY) {
      account.compare(store, events);
      events.clear();
    }
  }

  @Override
  public void finish() {
    pending.forEach(
        (store, events) -> {
          if (!events.isEmpty()) {
            account.compare(store, events);
          }
        });
    pending.clear();
  }
}
