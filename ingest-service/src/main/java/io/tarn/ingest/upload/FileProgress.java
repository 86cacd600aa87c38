package io.tarn.ingest.upload;

import java.util.List;
import java.util.Map;

/// Progress of a file as its intake counts it: totals, so that recording them twice changes
/// nothing.
///
/// @param bytes as they were sent
/// @param published events that Kafka has acknowledged
/// @param filtered events that the store's selectors leave out
/// @param digestFiles digest files of trails, which are no events
/// @param deadLettersDropped records that intake rejected and counted only
/// @param reasons how many records intake rejected for each reason
/// @param otherContent what is known to hold no events, by kind with counts
/// @param compared how the events of a dry run compare
/// @param accounts whose events were found
public record FileProgress(
    long bytes,
    long published,
    long filtered,
    long digestFiles,
    long deadLettersDropped,
    Map<String, Long> reasons,
    Map<String, Long> otherContent,
    DryRunCounts compared,
    List<FoundAccount> accounts) {
  public FileProgress {
    reasons = Map.copyOf(reasons);
    otherContent = Map.copyOf(otherContent);
    accounts = List.copyOf(accounts);
  }
}
