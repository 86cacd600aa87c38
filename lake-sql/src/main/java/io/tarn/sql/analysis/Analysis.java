package io.tarn.sql.analysis;

import io.tarn.sql.EventDataStore;
import io.tarn.sql.tree.Relation;
import io.tarn.sql.tree.Symbols;
import java.util.List;

/// A statement that has been understood.
///
/// @param names of the columns of the result, one for each output of the tree
/// @param stores the event data stores that it names, each once
/// @param symbols which rules take further ones from
public record Analysis(
    Relation tree, List<String> names, List<EventDataStore> stores, Symbols symbols) {
  public Analysis {
    names = List.copyOf(names);
    stores = List.copyOf(stores);
  }
}
