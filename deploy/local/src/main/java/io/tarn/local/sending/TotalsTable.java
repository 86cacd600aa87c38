package io.tarn.local.sending;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/// Totals of an upload, printed at the end of an import.
public record TotalsTable(
    long bytes,
    long received,
    long stored,
    long duplicate,
    long conflicting,
    long filtered,
    long rejected,
    long digestFiles,
    Map<String, Long> reasons) {
  public TotalsTable {
    reasons = Map.copyOf(reasons);
  }

  /// @param upload response of the API
  public static TotalsTable of(JsonNode upload) {
    var reasons = new TreeMap<String, Long>();
    upload
        .path("reasons")
        .properties()
        .forEach(reason -> reasons.put(reason.getKey(), reason.getValue().asLong()));
    return new TotalsTable(
        upload.path("bytes").asLong(),
        upload.path("received").asLong(),
        upload.path("stored").asLong(),
        upload.path("duplicate").asLong(),
        upload.path("conflicting").asLong(),
        upload.path("filtered").asLong(),
        upload.path("rejected").asLong(),
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

  /// Totals of a dry run, which stores nothing.
  public void printDryRun(PrintStream out) {
    line(out, "received", received);
    line(out, "  would be stored", received - filtered - rejected);
    printRest(out);
  }

  private void printRest(PrintStream out) {
    line(out, "  filtered", filtered);
    line(out, "  rejected", rejected);
    new TreeMap<>(reasons).forEach((reason, count) -> line(out, "    " + reason, count));
    if (digestFiles > 0) {
      line(out, "digest files", digestFiles);
    }
  }

  private static void line(PrintStream out, String name, long count) {
    out.printf("%-32s %,12d%n", name, count);
  }
}
