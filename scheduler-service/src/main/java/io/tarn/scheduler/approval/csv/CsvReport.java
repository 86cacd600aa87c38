package io.tarn.scheduler.approval.csv;

import java.util.List;

/// What came of a CSV file.
///
/// @param isDryRun whether nothing was kept because nothing was to be
/// @param lines how many lines it has, without the one that names the columns
/// @param added first versions of approvals
/// @param newer versions that are newer than all known
/// @param unchanged versions that were known
/// @param older versions that were not known and are older than the newest
/// @param faults the first faults, by their lines
/// @param faultCount how many faults there are
public record CsvReport(
    boolean isDryRun,
    long lines,
    long added,
    long newer,
    long unchanged,
    long older,
    List<CsvFault> faults,
    long faultCount) {
  public CsvReport {
    faults = List.copyOf(faults);
  }
}
