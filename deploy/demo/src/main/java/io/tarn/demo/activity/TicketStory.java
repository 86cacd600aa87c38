package io.tarn.demo.activity;

/// What became of a ticket, or of a change that had none.
public enum TicketStory {
  /// Approved before, worked on in time.
  PLANNED,
  /// Worked on in time, and on after the window's end.
  OVERRUN,
  /// Approved for another account than the one worked in.
  WRONG_ACCOUNT,
  /// Approved for one service; another one was changed, too.
  PARTIAL,
  /// Worked on first and approved afterwards.
  LATE,
  /// Refused, and worked on all the same.
  REJECTED,
  /// Called off before its window, and worked on all the same.
  CANCELLED,
  /// Nobody ever decided.
  NEVER_DECIDED,
  /// Approved for the day before.
  EXPIRED,
  /// Somebody else's approval.
  WRONG_PERSON,
  /// Work that could not wait for its review.
  EMERGENCY,
  /// No ticket at all.
  NO_TICKET,
  /// A deployment by the pipeline.
  PIPELINE,
  /// The pipeline's role in somebody's hands.
  PIPELINE_IMPOSTOR,
  /// A service of AWS that acts by itself.
  SERVICE,
  /// The customer's own program that writes tags.
  TAGGING
}
