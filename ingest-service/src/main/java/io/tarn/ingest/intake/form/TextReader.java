package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.unpack.Source;
import io.tarn.ingest.intake.unpack.Unpacking;
import io.tarn.ingest.record.RejectionReason;

/// Reads what is not packed: JSON in its forms, or the result file of a query. Not thread-safe.
final class TextReader implements Unpacking.PlainReader {
  private static final int BEGINNING = 1024;

  private final FileContext file;

  TextReader(FileContext file) {
    this.file = file;
  }

  @Override
  public void read(Source plain, String inside) throws InterruptedException {
    if (Utf8Stream.isUtf16(plain)) {
      readUtf8(new Source(new Utf8Stream(plain)), inside);
    } else {
      readUtf8(plain, inside);
    }
  }

  private void readUtf8(Source plain, String inside) throws InterruptedException {
    var output = new PieceOutput(inside, file.consumer(), file.limits().maxEventBytes());
    var begin = TextLocation.BEGIN.moved(passByteOrderMark(plain));
    var envelopes = new EnvelopeReader(file, output);
    switch (TextForm.of(plain)) {
      case TextForm.Json _ -> envelopes.read(file.window(plain, begin));
      case TextForm.ResultFile(var header) ->
          new ResultFileReader(file.window(plain, begin), envelopes, output, file.limits(), header)
              .read();
      case TextForm.Unknown(var detail) ->
          output.broken(begin, RejectionReason.UNKNOWN_FORM, detail, plain.ahead(BEGINNING));
    }
  }

  private static int passByteOrderMark(Source plain) {
    boolean isMarked = plain.startsWith(0xEF, 0xBB, 0xBF);
    plain.pass(isMarked ? 3 : 0);
    return isMarked ? 3 : 0;
  }
}
