package io.tarn.local.sending;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/// The sum of an upload, as it is shown at the end.
public record SumTable(
    long bytes,
    long received,
    long stored,
    long duplicate,
    long conflicting,
    long filtered,
    long setAside,
    Map<String, Long> reasons) {
  public SumTable {
    reasons = Map.copyOf(reasons);
  }

  /// @param upload as the API shows it
  public static SumTable of(JsonNode upload) {
    var reasons = new TreeMap<String, Long>();
    upload
        .path("reasons")
        .properties()
        .forEach(reason -> reasons.put(reason.getKey(), reason.getValue().asLong()));
    return new SumTable(
        upload.path("bytes").asLong(),
        upload.path("received").asLong(),
        upload.path("stored").asLong(),
        upload.path("duplicate").asLong(),
        upload.path("conflicting").asLong(),
        upload.path("filtered").asLong(),
        upload.path("setAside").asLong(),
        reasons);
  }

  public void print(PrintStream out) {
    line(out, "received", received);
    line(out, "  stored", stored);
    line(out, "  duplicate", duplicate);
    line(out, "  conflicting", conflicting);
    line(out, "  filtered", filtered);
    line(out, "  set aside", setAside);
    new TreeMap<>(reasons).forEach((reason, count) -> line(out, "    " + reason, count));
  }

  private static void line(PrintStream out, String name, long count) {
    out.printf("%-32s %,12d%n", name, count);
  }
}
