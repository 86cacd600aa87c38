package io.tarn.ingest.intake;

import io.tarn.ingest.intake.piece.Position;
import io.tarn.ingest.record.Refusal;
import java.util.List;
import java.util.UUID;

/// What became of a file.
///
/// @param upload the upload that it belongs to
/// @param received events that Kafka has acknowledged
/// @param filtered events that the store's selectors leave out
/// @param setAside records that are no events, or none of this store
/// @param reasons the first of those, with place and reason
public record IntakeResult(
    UUID upload, long received, long filtered, long setAside, List<Reason> reasons) {
  public IntakeResult {
    reasons = List.copyOf(reasons);
  }

  /// Why one record was set aside.
  public record Reason(Position position, Refusal refusal, String detail) {}
}
