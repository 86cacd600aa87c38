package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.piece.PieceConsumer;
import io.tarn.ingest.intake.unpack.Expansion;
import io.tarn.ingest.intake.unpack.SentBody;
import io.tarn.ingest.intake.unpack.Source;
import io.tarn.ingest.intake.unpack.Unpacking;
import java.io.IOException;
import java.io.InputStream;

/// A file of events in any of the forms that Tarn knows, told by content and not by name.
public final class EventFile {
  private final FileLimits limits;

  public EventFile(FileLimits limits) {
    this.limits = limits;
  }

  /// Hands every piece of the file to the consumer, in order, as fast as it takes them.
  ///
  /// What cannot be read is told as a piece. A broken line ends with its line, a broken JSON value
  /// or archive with the text or archive it stands in.
  ///
  /// @throws IOException where the connection breaks, after all that came before was handed over
  public void read(InputStream body, PieceConsumer consumer)
      throws IOException, InterruptedException {
    var sent = new SentBody(body);
    var expansion = new Expansion(sent, limits.maxExpansion());
    var file = new FileContext(limits, expansion, consumer);
    new Unpacking(expansion, consumer, new TextReader(file)).read(new Source(sent), "", 0);
    sent.finish();
  }
}
