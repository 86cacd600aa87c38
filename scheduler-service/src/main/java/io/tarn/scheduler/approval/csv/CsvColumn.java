package io.tarn.scheduler.approval.csv;

import java.util.Arrays;
import java.util.Optional;

/// Columns of a CSV file of approvals.
enum CsvColumn {
  SYSTEM("system", true),
  ID("id", true),
  VERSION("version", true),
  STATE("state", true),
  TITLE("title", false),
  REQUESTER("requester", false),
  APPROVERS("approvers", false),
  WINDOW_START("windowStart", true),
  WINDOW_END("windowEnd", true),
  ACCOUNTS("accounts", false),
  REGIONS("regions", false),
  SERVICES("services", false),
  ACTIONS("actions", false),
  RESOURCES("resources", false),
  PRINCIPALS("principals", false),
  EMERGENCY("emergency", false),
  CHANGED_AT("changedAt", false),
  LINK("link", false),
  CONFIRMATION("confirmation", false);

  private final String title;
  private final boolean isRequired;

  CsvColumn(String title, boolean isRequired) {
    this.title = title;
    this.isRequired = isRequired;
  }

  String title() {
    return title;
  }

  boolean isRequired() {
    return isRequired;
  }

  static Optional<CsvColumn> of(String title) {
    return Arrays.stream(values()).filter(column -> column.title.equals(title)).findFirst();
  }

  /// The column that a place in a request for one approval stands in.
  static String ofPlace(String place) {
    var plain = place.replaceFirst("\\[.*", "").replaceFirst("^scope\\.", "");
    return switch (plain) {
      case "window.start" -> WINDOW_START.title;
      case "window.end" -> WINDOW_END.title;
      case "scope" -> CONFIRMATION.title;
      default -> plain;
    };
  }
}
