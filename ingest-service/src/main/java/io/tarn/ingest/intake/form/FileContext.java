package io.tarn.ingest.intake.form;

import com.fasterxml.jackson.core.JsonFactory;
import io.tarn.ingest.intake.piece.PieceConsumer;
import io.tarn.ingest.intake.unpack.Expansion;
import java.io.InputStream;

/// The limits, the parsers and the consumer of one file.
///
/// @param json makes parsers for texts of which only a part is in memory
record FileContext(
    FileLimits limits, Expansion expansion, PieceConsumer consumer, JsonFactory json) {
  FileContext(FileLimits limits, Expansion expansion, PieceConsumer consumer) {
    this(limits, expansion, consumer, ByteJson.factory(limits.longestValue()));
  }

  /// A window over a stream whose first byte has a location, in which every value that is not too
  /// long can be kept.
  TextWindow window(InputStream text, TextLocation begin) {
    return new TextWindow(text, begin, limits.longestValue() + JsonValueReader.MAX_UNDECIDED);
  }
}
