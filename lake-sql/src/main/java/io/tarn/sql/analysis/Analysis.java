package io.tarn.sql.analysis;

import io.tarn.sql.EventDataStore;
import io.tarn.sql.tree.Select;
import java.util.List;

/// A statement that has been understood.
///
/// @param stores the event data stores that it names, each once
public record Analysis(Select tree, List<EventDataStore> stores) {
  public Analysis {
    stores = List.copyOf(stores);
  }
}
