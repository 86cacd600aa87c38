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
    long digestFiles,
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
        upload.path("digestFiles").asLong(),
        reasons);
  }

  public void print(PrintStream out) {
    line(out, "received", received);
    line(out, "  stored", stored);
    line(out, "  duplicate", duplicate);
    line(out, "  conflicting", conflicting);
    printRest(out);
  }

  /// What a dry run can say: how much would come through, and what would not.
  public void printDryRun(PrintStream out) {
    line(out, "received", received);
    line(out, "  would be written", received - filtered - setAside);
    printRest(out);
  }

  private void printRest(PrintStream out) {
    line(out, "  filtered", filtered);
    line(out, "  set aside", setAside);
    new TreeMap<>(reasons).forEach((reason, count) -> line(out, "    " + reason, count));
    if (digestFiles > 0) {
      line(out, "digest files", digestFiles);
    }
  }

  private static void line(PrintStream out, String name, long count) {
    out.printf("%-32s %,12d%n", name, count);
  }
}
