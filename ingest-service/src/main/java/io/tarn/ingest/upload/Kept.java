package io.tarn.ingest.upload;

import io.tarn.ingest.deadletter.NewDeadLetter;
import java.util.List;

/// What intake found beside events, to be kept.
public record Kept(List<NewDeadLetter> letters, List<DigestFile> digestFiles) {
  public Kept {
    letters = List.copyOf(letters);
    digestFiles = List.copyOf(digestFiles);
  }
}
