package io.tarn.ingest.upload;

/// An account whose events a file holds.
///
/// @param id 12 digits
/// @param organisation as the file's name tells it; empty where it does not
/// @param events how many events of it were found
/// @param notAdmitted how many of them the tenant does not admit
/// @param published how many of them were published
public record FoundAccount(
    String id, String organisation, long events, long notAdmitted, long published) {
  /// The same account with the events of both.
  public FoundAccount plus(FoundAccount other) {
    return new FoundAccount(
        id,
        organisation,
        events + other.events,
        notAdmitted + other.notAdmitted,
        published + other.published);
  }
}
