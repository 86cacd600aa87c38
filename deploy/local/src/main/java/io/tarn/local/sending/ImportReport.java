package io.tarn.local.sending;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;

/// What an import did not take: files that were not read, files without a byte, and records that
/// were rejected, with their locations.
///
/// @param unreadable what could not be sent, by name with the reason
/// @param totals response of the API for the upload
public record ImportReport(
    Map<String, String> unreadable, FileSender.Outcome outcome, JsonNode totals) {
  /// Records that a rule of the tenant or of the store keeps out; nothing of them is lost by
  /// mistake.
  private static final Set<String> RULES = Set.of("account-not-admitted", "older-than-retention");

  public ImportReport {
    unreadable = Map.copyOf(unreadable);
  }

  /// Names all of it.
  public void print(PrintStream err) {
    unreadable.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(file -> err.printf("%s: not read: %s%n", file.getKey(), file.getValue()));
    outcome.refused().forEach((file, why) -> err.printf("%s: not read: %s%n", file, why));
    outcome.failed().forEach((file, why) -> err.printf("%s: not read: %s%n", file, why));
    outcome.empty().forEach(file -> err.printf("%s: empty%n", file));
    outcome.rejected().forEach((file, rejections) -> print(err, file, rejections));
    count(err, filesNotRead(), "not read");
    count(err, outcome.empty().size(), "empty");
    count(err, outcome.rejected().size(), "with rejected records");
  }

  /// Whether every file was received, and every record of it is stored or kept out by a rule.
  public boolean isWhole() {
    return filesNotRead() == 0 && lost() == 0;
  }

  private int filesNotRead() {
    return unreadable.size() + outcome.refused().size() + outcome.failed().size();
  }

  private long lost() {
    return totals.path("reasons").properties().stream()
        .filter(reason -> !RULES.contains(reason.getKey()))
        .mapToLong(reason -> reason.getValue().asLong())
        .sum();
  }

  private static void print(PrintStream err, String file, Rejections rejections) {
    rejections.lines().forEach(line -> err.printf("%s: %s%n", file, line));
    if (rejections.more() > 0) {
      err.printf("%s: %,d more rejected records%n", file, rejections.more());
    }
  }

  private static void count(PrintStream err, int files, String what) {
    if (files > 0) {
      err.printf("%,d %s %s%n", files, files == 1 ? "file" : "files", what);
    }
  }
}
