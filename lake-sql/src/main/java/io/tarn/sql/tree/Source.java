package io.tarn.sql.tree;

import io.tarn.sql.EventDataStore;

/// What a SELECT reads from. Ids are unique within a statement; column references name them.
public sealed interface Source {
  int id();

  /// All events of an event data store.
  record StoreScan(int id, EventDataStore store) implements Source {}
}
