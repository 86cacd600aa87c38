package io.tarn.local.sending;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Map;

/// Totals of an upload, printed at the end of an import.
///
/// @param upload response of the API
public record TotalsTable(JsonNode upload) {
  public void print(PrintStream out) {
    line(out, "received", count("received"));
    line(out, "  stored", count("stored"));
    line(out, "  duplicate", count("duplicate"));
    line(out, "  conflicting", count("conflicting"));
    printRest(out);
  }

  /// Totals of a dry run, which stores nothing.
  public void printDryRun(PrintStream out) {
    line(out, "received", count("received"));
    line(out, "  would be stored", count("received") - count("filtered") - count("rejected"));
    printRest(out);
  }

  private void printRest(PrintStream out) {
    line(out, "  filtered", count("filtered"));
    line(out, "  rejected", count("rejected"));
    upload.path("reasons").properties().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(reason -> line(out, "    " + reason.getKey(), reason.getValue().asLong()));
    if (count("digestFiles") > 0) {
      line(out, "digest files", count("digestFiles"));
    }
  }

  private long count(String name) {
    return upload.path(name).asLong();
  }

  private static void line(PrintStream out, String name, long count) {
    out.printf("%-32s %,12d%n", name, count);
  }
}
