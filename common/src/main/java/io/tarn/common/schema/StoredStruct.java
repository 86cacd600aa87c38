package io.tarn.common.schema;

import java.util.List;

/// A struct of the event, which has no column of its own but a bit in `struct_presence`.
public record StoredStruct(List<String> jsonPath, int bit) {
  public StoredStruct {
    jsonPath = List.copyOf(jsonPath);
  }

  /// The bit's value in `struct_presence`.
  public int mask() {
    return 1 << bit;
  }
}
