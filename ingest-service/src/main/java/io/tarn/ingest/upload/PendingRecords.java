package io.tarn.ingest.upload;

import io.tarn.ingest.deadletter.NewDeadLetter;
import java.util.List;

/// What intake found beside events, to be kept.
public record PendingRecords(List<NewDeadLetter> letters, List<DigestFile> digestFiles) {
  public PendingRecords {
    letters = List.copyOf(letters);
    digestFiles = List.copyOf(digestFiles);
  }
}
