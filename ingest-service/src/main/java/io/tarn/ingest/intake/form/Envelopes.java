package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.unpack.Source;
import io.tarn.ingest.intake.unpack.Unpacking;
import java.io.ByteArrayInputStream;

/// Opens what carries events: the envelopes of EventBridge, SNS, SQS, CloudWatch Logs, Kinesis and
/// Firehose, in each other too, and strings that hold events.
///
/// What has an event's own keys is an event and is not opened. An envelope without an event in it
/// is handed over as it is, to be rejected with its bytes.
final class Envelopes implements JsonSplitter.Values {
  private static final int DEEPEST = 6;

  /// Archives in envelopes are counted apart from those around the file.
  private static final int FIRST_LAYER = 6;

  private final Reading reading;
  private final Output output;
  private final int depth;

  Envelopes(Reading reading, Output output) {
    this(reading, output, 0);
  }

  private Envelopes(Reading reading, Output output, int depth) {
    this.reading = reading;
    this.output = output;
    this.depth = depth;
  }

  @Override
  public int longestBeginning() {
    return reading.limits().maxEventBytes();
  }

  @Override
  public void take(byte[] bytes, Spot spot) throws InterruptedException {
    if (bytes[0] == '{') {
      object(bytes, spot);
    } else if (bytes[0] == '"') {
      held(Content.of(bytes, false), bytes, spot);
    } else {
      held(Content.isPackedBase64(bytes) ? Content.base64(bytes) : Content.NOTHING, bytes, spot);
    }
  }

  /// Splits what stands in a window and opens it in turn.
  void split(Window window) throws InterruptedException {
    new JsonSplitter(window, output, this, reading.limits().longestValue()).split();
  }

  /// A text that something else held, which is handed over instead where the text carries no event.
  void held(byte[] text, byte[] holder, Spot spot) throws InterruptedException {
    if (depth < DEEPEST && Carriers.carries(text, DEEPEST - depth)) {
      open(text, spot);
    } else {
      output.candidate(spot, Text.trimmed(holder));
    }
  }

  private void object(byte[] object, Spot spot) throws InterruptedException {
    var members = Members.of(object);
    if (members.isDigestFile()) {
      output.digestFile(spot, object);
    } else if (members.isEvent() || depth == DEEPEST) {
      output.candidate(spot, object);
    } else {
      envelope(members, object, spot);
    }
  }

  private void envelope(Members members, byte[] object, Spot spot) throws InterruptedException {
    switch (Carriers.in(members, DEEPEST - depth)) {
      case Carriers.Load.Inner(var place, var text) ->
          inner().object(text, spot.moved(object, place));
      case Carriers.Load.Held(var text) -> open(text, spot);
      case Carriers.Load.Nothing _ -> output.candidate(spot, object);
    }
  }

  private void open(byte[] text, Spot spot) throws InterruptedException {
    var place = spot.decoded();
    if (Content.isPacked(text)) {
      new Unpacking(
              reading.expansion(),
              reading.consumer(),
              (plain, _) -> inner().split(new Window(plain, place)))
          .read(new Source(new ByteArrayInputStream(text)), output.inside(), FIRST_LAYER);
    } else {
      inner().split(new Window(text, place));
    }
  }

  private Envelopes inner() {
    return new Envelopes(reading, output, depth + 1);
  }
}
