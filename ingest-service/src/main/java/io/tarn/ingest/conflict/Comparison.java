package io.tarn.ingest.conflict;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conflict beside the event that is stored. A text longer than [#LONGEST_TEXT] bytes is left
/// out, and then nothing is compared: the original is read apart, the stored one by a statement.
///
/// @param original the text that came second; null where it is too long
/// @param storedLength bytes of the stored text; null where it has left the store since
/// @param stored the text that is stored; null where there is none or it is too long
/// @param storedBy the upload of the stored event
/// @param differences null where nothing is compared
public record Comparison(
    Conflict conflict,
    @Nullable String original,
    @Nullable Long storedLength,
    @Nullable String stored,
    @Nullable UUID storedBy,
    @Nullable Differences differences) {
  /// The size of the largest event that CloudTrail itself delivers.
  public static final int LONGEST_TEXT = 256 * 1024;

  /// One JSON value in which two events differ.
  ///
  /// @param path a JSON pointer (RFC 6901)
  /// @param stored the value there in the stored text, as JSON text; null where it has none
  /// @param conflicting the value there in the other text, as JSON text; null where it has none
  public record Difference(String path, @Nullable String stored, @Nullable String conflicting) {
    /// Characters of it.
    int length() {
      return path.length()
          + (stored == null ? 0 : stored.length())
          + (conflicting == null ? 0 : conflicting.length());
    }
  }

  /// The first values in which two events differ, in the order of the stored text.
  ///
  /// @param isAll whether there are no more
  public record Differences(List<Difference> values, boolean isAll) {
    public Differences {
      values = List.copyOf(values);
    }
  }
}
