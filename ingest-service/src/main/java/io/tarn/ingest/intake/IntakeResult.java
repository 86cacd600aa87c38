package io.tarn.ingest.intake;

import io.tarn.ingest.intake.piece.Position;
import io.tarn.ingest.record.Refusal;
import java.util.List;

/// What became of an upload.
///
/// @param received events that Kafka has acknowledged
/// @param setAside records that are no events, or none of this store
/// @param reasons the first of those, with place and reason
public record IntakeResult(long received, long setAside, List<Reason> reasons) {
  public IntakeResult {
    reasons = List.copyOf(reasons);
  }

  /// Why one record was set aside.
  public record Reason(Position position, Refusal refusal, String detail) {}
}
