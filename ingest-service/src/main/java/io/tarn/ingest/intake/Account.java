package io.tarn.ingest.intake;

import io.tarn.ingest.deadletter.NewDeadLetter;
import io.tarn.ingest.intake.piece.Position;
import io.tarn.ingest.upload.FileProgress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a file brought so far, and the dead letters that are not kept yet. Not thread-safe.
final class Account {
  private final int maxReasons;
  private final List<IntakeResult.Reason> shown = new ArrayList<>();
  private final Map<String, Long> reasons = new HashMap<>();
  private final List<NewDeadLetter> letters = new ArrayList<>();
  private long letterBytes;
  private long sent;
  private long filtered;
  private long setAside;

  /// @param maxReasons how many set-aside records are told one by one
  Account(int maxReasons) {
    this.maxReasons = maxReasons;
  }

  void send() {
    sent++;
  }

  void filter() {
    filtered++;
  }

  void setAside(NewDeadLetter letter, Position position) {
    letters.add(letter);
    letterBytes += letter.original().length;
    setAside++;
    reasons.merge(letter.refusal().value(), 1L, Long::sum);
    if (shown.size() < maxReasons) {
      shown.add(new IntakeResult.Reason(position, letter.refusal(), letter.detail()));
    }
  }

  int letterCount() {
    return letters.size();
  }

  long letterBytes() {
    return letterBytes;
  }

  /// Hands over the letters that are not kept yet.
  List<NewDeadLetter> takeLetters() {
    var taken = List.copyOf(letters);
    letters.clear();
    letterBytes = 0;
    return taken;
  }

  long sent() {
    return sent;
  }

  FileProgress progress(long bytes, long published) {
    return new FileProgress(bytes, published, filtered, reasons);
  }

  IntakeResult result(UUID upload) {
    return new IntakeResult(upload, sent, filtered, setAside, shown);
  }
}
