package io.tarn.ingest.upload;

/// How events of a dry run compare with what the store holds and with those that came before them
/// in the dry run. The rest would be stored.
///
/// @param alreadyStored events that the store holds with the same content
/// @param repeated events that came before, with the same content
/// @param conflicting events whose id and time are there with other content
public record DryRunCounts(long alreadyStored, long repeated, long conflicting) {
  public static final DryRunCounts NONE = new DryRunCounts(0, 0, 0);

  public DryRunCounts plus(DryRunCounts other) {
    return new DryRunCounts(
        alreadyStored + other.alreadyStored,
        repeated + other.repeated,
        conflicting + other.conflicting);
  }

  /// Those that are there with the same content.
  public long duplicates() {
    return alreadyStored + repeated;
  }
}
