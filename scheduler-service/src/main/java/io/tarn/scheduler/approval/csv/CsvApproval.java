package io.tarn.scheduler.approval.csv;

import io.tarn.scheduler.approval.ApprovalDraft;
import io.tarn.scheduler.approval.ApprovalScope;
import io.tarn.scheduler.approval.ApprovalState;
import io.tarn.scheduler.approval.PrincipalPattern;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one line of a CSV file as an approval.
final class CsvApproval {
  private static final String NOT_KNOWN =
      "must be requested, approved, rejected, cancelled or closed";

  private final CsvHeader header;
  private final CsvLines.Line line;
  private final List<CsvFault> faults = new ArrayList<>();

  CsvApproval(CsvHeader header, CsvLines.Line line) {
    this.header = header;
    this.line = line;
  }

  /// What is wrong with the line.
  List<CsvFault> faults() {
    return faults;
  }

  /// Empty where something is wrong with the line.
  Optional<ApprovalDraft> read() {
    if (line.values().size() != header.size()) {
      faults.add(
          new CsvFault(
              line.number(),
              null,
              "has %d values, and there are %d columns"
                  .formatted(line.values().size(), header.size())));
      return Optional.empty();
    }
    var version = version();
    var state = state();
    var start = time(CsvColumn.WINDOW_START);
    var end = time(CsvColumn.WINDOW_END);
    var changedAt = text(CsvColumn.CHANGED_AT) == null ? null : time(CsvColumn.CHANGED_AT);
    var scope = scope();
    var isEmergency = emergency();
    checkConfirmation();
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ApprovalDraft(
            value(CsvColumn.SYSTEM),
            value(CsvColumn.ID),
            version,
            state,
            text(CsvColumn.TITLE),
            text(CsvColumn.REQUESTER),
            list(CsvColumn.APPROVERS),
            start,
            end,
            scope,
            ApprovalDraft.isConfirmation(text(CsvColumn.CONFIRMATION)),
            isEmergency,
            changedAt,
            text(CsvColumn.LINK)));
  }

  private long version() {
    try {
      return Long.parseLong(value(CsvColumn.VERSION));
    } catch (NumberFormatException _) {
      fault(CsvColumn.VERSION, "must be a whole number");
      return 1;
    }
  }

  private ApprovalState state() {
    return ApprovalState.of(value(CsvColumn.STATE))
        .orElseGet(
            () -> {
              fault(CsvColumn.STATE, NOT_KNOWN);
              return ApprovalState.REQUESTED;
            });
  }

  private Instant time(CsvColumn column) {
    try {
      return OffsetDateTime.parse(value(column)).toInstant();
    } catch (DateTimeException _) {
      fault(column, "must be a time with its offset: 2026-11-28T10:00:00Z");
      return Instant.EPOCH;
    }
  }

  private boolean emergency() {
    var text = value(CsvColumn.EMERGENCY);
    if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
      fault(CsvColumn.EMERGENCY, "must be true, false or empty");
    }
    return text.equals("true");
  }

  private void checkConfirmation() {
    var word = text(CsvColumn.CONFIRMATION);
    if (word != null && !ApprovalDraft.isConfirmation(word)) {
      fault(CsvColumn.CONFIRMATION, "must be " + ApprovalDraft.EVERYTHING + " or empty");
    }
  }

  private ApprovalScope scope() {
    return new ApprovalScope(
        list(CsvColumn.ACCOUNTS),
        list(CsvColumn.REGIONS),
        list(CsvColumn.SERVICES),
        list(CsvColumn.ACTIONS),
        list(CsvColumn.RESOURCES),
        list(CsvColumn.PRINCIPALS).stream().flatMap(text -> principal(text).stream()).toList());
  }

  private Optional<PrincipalPattern> principal(String text) {
    var principal = PrincipalPattern.of(text);
    if (principal.isEmpty()) {
      fault(CsvColumn.PRINCIPALS, PrincipalPattern.FORM);
    }
    return principal;
  }

  private List<String> list(CsvColumn column) {
    return Arrays.stream(value(column).split(";"))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  private @Nullable String text(CsvColumn column) {
    var text = value(column);
    return text.isEmpty() ? null : text;
  }

  private String value(CsvColumn column) {
    return header.value(column, line.values());
  }

  private void fault(CsvColumn column, String reason) {
    faults.add(new CsvFault(line.number(), column.title(), reason));
  }
}
