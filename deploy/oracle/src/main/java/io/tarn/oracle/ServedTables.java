package io.tarn.oracle;

import io.trino.spi.Page;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The tables that hold events. Thread-safe.
final class ServedTables {
  private final Map<String, Served> tables = new ConcurrentHashMap<>();

  void put(String name, Served table) {
    tables.put(name, table);
  }

  @Nullable Served get(String name) {
    return tables.get(name);
  }

  /// @param pages its rows in Trino's form
  record Served(List<EventTable.Column> columns, List<Page> pages) {
    Served {
      columns = List.copyOf(columns);
      pages = List.copyOf(pages);
    }
  }
}
