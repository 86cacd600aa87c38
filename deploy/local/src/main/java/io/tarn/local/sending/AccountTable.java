package io.tarn.local.sending;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// The accounts whose events an upload brought, as they are shown at the end.
public record AccountTable(List<Line> lines) {
  private static final String ADMITTED = "admitted";

  public AccountTable {
    lines = List.copyOf(lines);
  }

  /// @param organisation empty where the files' names tell none
  record Line(String id, String organisation, String state, long count) {}

  /// @param upload as the API shows it once it is complete
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

  /// Only what is worth a second look: accounts that are new here, or somebody else's.
  public AccountTable remarkable() {
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
