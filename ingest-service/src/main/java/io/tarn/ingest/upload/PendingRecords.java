package io.tarn.ingest.upload;

import io.tarn.ingest.deadletter.NewDeadLetter;
import java.util.List;

/// Dead letters and digest files of a file that are not stored yet.
public record PendingRecords(List<NewDeadLetter> letters, List<DigestFile> digestFiles) {
  public PendingRecords {
    letters = List.copyOf(letters);
    digestFiles = List.copyOf(digestFiles);
  }

  public boolean isEmpty() {
    return letters.isEmpty() && digestFiles.isEmpty();
  }
}
