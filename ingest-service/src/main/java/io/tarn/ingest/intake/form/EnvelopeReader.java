package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.unpack.Source;
import io.tarn.ingest.intake.unpack.Unpacking;
import io.tarn.ingest.record.RejectionReason;
import java.io.ByteArrayInputStream;

/// Opens what carries events: the envelopes of EventBridge, SNS, SQS, CloudWatch Logs, Kinesis and
/// Firehose, in each other too, and strings that hold events.
///
/// What has an event's own keys is an event and is not opened. An envelope without an event in it
/// is handed over as it is, to be rejected with its bytes.
final class EnvelopeReader implements JsonTextReader.Values {
  private static final int DEEPEST = 6;

  /// Archives in envelopes are counted apart from those around the file.
  private static final int FIRST_LAYER = 6;

  private final FileContext file;
  private final PieceOutput output;
  private final int depth;

  EnvelopeReader(FileContext file, PieceOutput output) {
    this(file, output, 0);
  }

  private EnvelopeReader(FileContext file, PieceOutput output, int depth) {
    this.file = file;
    this.output = output;
    this.depth = depth;
  }

  @Override
  public void take(byte[] bytes, TextLocation location) throws InterruptedException {
    if (bytes[0] == '{') {
      object(bytes, location);
    } else if (bytes[0] == '"') {
      held(HeldText.of(bytes, false), bytes, location);
    } else if (bytes[0] == '[') {
      row(bytes, location);
    } else {
      held(
          HeldText.isGzipInBase64(bytes) ? HeldText.base64(bytes) : HeldText.NOTHING,
          bytes,
          location);
    }
  }

  /// Reads the JSON in a window and opens its values in turn.
  void read(TextWindow window) throws InterruptedException {
    new JsonTextReader(window, output, this, file).read();
  }

  /// A text that something else held, which is handed over instead where the text carries no event.
  void held(byte[] text, byte[] holder, TextLocation location) throws InterruptedException {
    if (depth < DEEPEST && EnvelopeDetector.isCarrying(text, DEEPEST - depth)) {
      open(text, location);
    } else {
      output.candidate(location, Text.trimmed(holder));
    }
  }

  /// A row of a query's result, or a list that is too deep in others.
  private void row(byte[] list, TextLocation location) throws InterruptedException {
    var row = ResultRow.of(list);
    if (!row.isRow()) {
      output.candidate(location, list);
    } else if (row.original().length == 0) {
      output.broken(location, RejectionReason.UNKNOWN_FORM, ResultRow.NO_ORIGINAL, list);
    } else {
      held(HeldText.of(row.original(), false), list, location);
    }
  }

  private void object(byte[] object, TextLocation location) throws InterruptedException {
    var members = JsonMembers.of(object);
    if (members.isDigestFile()) {
      output.digestFile(location, object);
    } else if (members.isEvent() || depth == DEEPEST) {
      output.candidate(location, object);
    } else {
      envelope(members, object, location);
    }
  }

  private void envelope(JsonMembers members, byte[] object, TextLocation location)
      throws InterruptedException {
    switch (EnvelopeDetector.in(members, DEEPEST - depth)) {
      case EnvelopeDetector.Content.Inner(var offset, var text) ->
          inner().object(text, location.moved(object, offset));
      case EnvelopeDetector.Content.Held(var text) -> open(text, location);
      case EnvelopeDetector.Content.Nothing _ -> output.candidate(location, object);
    }
  }

  private void open(byte[] text, TextLocation location) throws InterruptedException {
    var begin = location.decoded();
    if (HeldText.isPacked(text)) {
      new Unpacking(
              file.expansion(),
              file.consumer(),
              (plain, _) -> inner().read(file.window(plain, begin)))
          .read(new Source(new ByteArrayInputStream(text)), output.inside(), FIRST_LAYER);
    } else {
      inner().read(new TextWindow(text, begin));
    }
  }

  private EnvelopeReader inner() {
    return new EnvelopeReader(file, output, depth + 1);
  }
}
