package io.tarn.local.sending;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// AWS accounts of an upload with their event counts, printed at the end of an import.
public record AccountTable(List<Line> lines) {
  private static final String ADMITTED = "admitted";

  public AccountTable {
    lines = List.copyOf(lines);
  }

  /// @param organisation empty if the file names contain none
  record Line(String id, String organisation, String state, long count) {}

  /// @param upload response of the API for a completed upload
  public static AccountTable of(JsonNode upload) {
    var lines = new ArrayList<Line>();
    for (var account : upload.path("accounts")) {
      lines.add(
          new Line(
              account.path("id").asText(),
              account.path("organisation").asText(""),
              account.path("state").asText(),
              account.path("count").asLong()));
    }
    return new AccountTable(lines);
  }

  /// Only the accounts that need a review: new, not admitted, or in use by another tenant.
  public AccountTable unusual() {
    return new AccountTable(lines.stream().filter(line -> !isAdmitted(line)).toList());
  }

  public void print(PrintStream out) {
    for (var line : lines) {
      var mark = isAdmitted(line) ? "" : "  " + line.state().replace('-', ' ');
      var organisation = line.organisation().isEmpty() ? "" : "  of " + line.organisation();
      out.printf("account %-24s %,12d%s%s%n", line.id(), line.count(), mark, organisation);
    }
  }

  private static boolean isAdmitted(Line line) {
    return line.state().equals(ADMITTED);
  }
}
