package io.tarn.scheduler.approval.csv;

import io.tarn.scheduler.approval.Receipt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Counts what comes of the lines of a CSV file, and keeps the first faults.
final class CsvTally {
  private static final int MOST_LISTED = 100;

  private final Map<Receipt, Long> receipts = new EnumMap<>(Receipt.class);
  private final List<CsvFault> faults = new ArrayList<>();
  private long faultCount;
  private long lines;

  void line() {
    lines++;
  }

  long lines() {
    return lines;
  }

  void receipt(Receipt receipt) {
    receipts.merge(receipt, 1L, Long::sum);
  }

  void fault(CsvFault fault) {
    faultCount++;
    if (faults.size() < MOST_LISTED) {
      faults.add(fault);
    }
  }

  boolean isFaulty() {
    return faultCount > 0;
  }

  CsvReport report(boolean isDryRun) {
    return new CsvReport(
        isDryRun,
        lines,
        count(Receipt.NEW),
        count(Receipt.NEWER),
        count(Receipt.UNCHANGED),
        count(Receipt.OLDER),
        faults.stream().sorted(Comparator.comparingLong(CsvFault::line)).toList(),
        faultCount);
  }

  private long count(Receipt receipt) {
    return receipts.getOrDefault(receipt, 0L);
  }
}
