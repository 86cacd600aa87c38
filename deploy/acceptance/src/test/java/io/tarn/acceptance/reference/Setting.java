package io.tarn.acceptance.reference;

import io.tarn.common.reference.Markdown;
import java.util.Optional;

/// One configuration key.
record Setting(String key, String type, Optional<String> byDefault, String meaning) {
  /// A row of the page's table.
  String row() {
    var shownDefault =
        byDefault
            .map(value -> "`" + value + "`")
            .orElse(type.startsWith("Optional") ? "" : "must be given");
    return "| `%s` | %s | %s | %s |%n"
        .formatted(key, Markdown.cell(type), shownDefault, Markdown.cell(meaning));
  }
}
