package io.tarn.demo.activity;

/// A write event with what its story says of it.
///
/// @param second its time since 1970
/// @param eventId the id in the event
/// @param json the record as CloudTrail writes it
/// @param account the account whose trail it is in
/// @param region the Region whose trail it is in
/// @param story what happened, for people
/// @param label whether somebody who knows the story would call it approved
public record LabelledChange(
    long second,
    String eventId,
    String json,
    String account,
    String region,
    TicketStory story,
    Label label) {

  /// What somebody says who knows the story.
  public enum Label {
    APPROVED,
    APPROVED_LATE,
    EMERGENCY,
    AUTOMATED,
    EXEMPT,
    UNAPPROVED
  }
}
