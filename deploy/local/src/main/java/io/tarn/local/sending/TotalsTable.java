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
    line(out, "  would be stored", count("admitted"));
    line(out, "  already stored", count("duplicate") - count("repeated"));
    line(out, "  repeated", count("repeated"));
    line(out, "  conflicting", count("conflicting"));
    printRest(out);
  }

  private void printRest(PrintStream out) {
    line(out, "  filtered", count("filtered"));
    line(out, "  rejected", count("rejected"));
    printCounts(out, "    ", upload.path("reasons"));
    if (count("digestFiles") > 0) {
      line(out, "digest files", count("digestFiles"));
    }
    var others = upload.path("otherContent");
    if (!others.isEmpty()) {
      out.println("without events");
      printCounts(out, "  ", others);
    }
  }

  private static void printCounts(PrintStream out, String indent, JsonNode counts) {
    counts.properties().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> line(out, indent + each.getKey(), each.getValue().asLong()));
  }

  private long count(String name) {
    return upload.path(name).asLong();
  }

  private static void line(PrintStream out, String name, long count) {
    out.printf("%-32s %,12d%n", name, count);
  }
}
