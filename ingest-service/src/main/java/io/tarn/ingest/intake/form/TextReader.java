package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.unpack.Source;
import io.tarn.ingest.intake.unpack.Unpacking;
import io.tarn.ingest.record.RejectionReason;

/// Reads what is not packed: JSON in its forms, or the result file of a query. Not thread-safe.
final class TextReader implements Unpacking.PlainReader {
  private static final int BEGINNING = 1024;

  private final Reading reading;
  private Output output;

  TextReader(Reading reading) {
    this.reading = reading;
    this.output = output("");
  }

  /// Reads a text; one with the same name as the last one goes on with that.
  @Override
  public void read(Source plain, String inside) throws InterruptedException {
    if (!inside.equals(output.inside())) {
      output = output(inside);
    }
    long mark = passByteOrderMark(plain);
    var window = new Window(plain, output.end().moved(mark));
    switch (TextForm.of(plain)) {
      case TextForm.Json _ -> new Envelopes(reading, output).split(window);
      case TextForm.ResultFile(var column) ->
          new ResultFile(window, new Envelopes(reading, output), output, reading.limits(), column)
              .read();
      case TextForm.Unknown(var detail) ->
          output.broken(output.end(), RejectionReason.UNKNOWN_FORM, detail, plain.ahead(BEGINNING));
    }
    output.ended(window.spot());
  }

  private Output output(String inside) {
    return new Output(inside, reading.consumer(), reading.limits().maxEventBytes());
  }

  private static long passByteOrderMark(Source plain) {
    boolean isMarked =
        plain.has(3) && plain.peek(0) == 0xEF && plain.peek(1) == 0xBB && plain.peek(2) == 0xBF;
    plain.pass(isMarked ? 3 : 0);
    return isMarked ? 3 : 0;
  }
}
