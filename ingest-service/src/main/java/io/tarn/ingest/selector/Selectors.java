package io.tarn.ingest.selector;

import io.tarn.ingest.json.Json;
import java.util.List;

/// The selectors of a store: alternatives, each of which is a list of fields that must all match.
/// A store without any takes everything.
public record Selectors(List<Selector> selectors) {
  /// Takes everything.
  public static final Selectors ALL = new Selectors(List.of());

  public Selectors {
    selectors = List.copyOf(selectors);
  }

  /// One alternative.
  record Selector(List<FieldSelector> fields) {
    Selector {
      fields = List.copyOf(fields);
    }

    private boolean admits(Json.Structure event) {
      return fields.stream().allMatch(field -> field.admits(event));
    }
  }

  /// Whether the store takes the event in.
  public boolean admit(Json.Structure event) {
    return selectors.isEmpty() || selectors.stream().anyMatch(selector -> selector.admits(event));
  }
}
