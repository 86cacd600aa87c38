package io.tarn.scheduler.approval.csv;

import java.util.List;

/// A CSV file of approvals is refused as a whole, and nothing of it is kept.
public final class CsvRefusedException extends RuntimeException {
  private final transient List<CsvFault> faults;
  private final long faultCount;

  public CsvRefusedException(String message, List<CsvFault> faults, long faultCount) {
    super(message, null, false, false);
    this.faults = List.copyOf(faults);
    this.faultCount = faultCount;
  }

  CsvRefusedException(CsvFault fault) {
    this(
        "Line %d: %s%s."
            .formatted(
                fault.line(), fault.column() == null ? "" : fault.column() + " ", fault.reason()),
        List.of(fault),
        1);
  }

  /// The first faults, by their lines.
  public List<CsvFault> faults() {
    return faults;
  }

  /// How many faults there are.
  public long faultCount() {
    return faultCount;
  }
}
