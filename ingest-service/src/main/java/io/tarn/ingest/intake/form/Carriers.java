package io.tarn.ingest.intake.form;

import java.util.List;

/// Tells whether something carries events, and where in it.
final class Carriers {
  /// Keys whose value is an object: the event, or a part of the envelope.
  private static final List<String> OBJECTS = List.of("detail", "Sns", "kinesis", "awslogs");

  /// Keys whose value is a string that holds events; and those where it is in base64.
  private static final List<String> STRINGS =
      List.of("Message", "Body", "body", "message", "CloudTrailEvent", "eventJson");

  private static final List<String> PACKED_STRINGS = List.of("data", "Data", "rawData");

  private Carriers() {}

  /// What an envelope carries.
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  sealed interface Load {
    /// An object that stands in it literally.
    record Inner(int place, byte[] text) implements Load {}

    /// A text that it holds as a string.
    record Held(byte[] text) implements Load {}

    /// No event.
    record Nothing() implements Load {}
  }

  /// What the envelope with these members carries, looking into so many more envelopes.
  static Load in(Members envelope, int deep) {
    for (var name : OBJECTS) {
      var object = envelope.value(name, '{');
      if (object != null && carriesObject(object, deep - 1)) {
        return new Load.Inner(envelope.place(name), object);
      }
    }
    for (var name : STRINGS) {
      var held = held(envelope, name, false);
      if (held.length > 0 && carries(held, deep - 1)) {
        return new Load.Held(held);
      }
    }
    for (var name : PACKED_STRINGS) {
      var held = held(envelope, name, true);
      if (held.length > 0 && carries(held, deep - 1)) {
        return new Load.Held(held);
      }
    }
    return new Load.Nothing();
  }

  /// Whether a text carries events: one, a list, an envelope around some, or something packed.
  static boolean carries(byte[] text, int deep) {
    var begin = Text.beginning(text);
    return switch (begin.first()) {
      case '{' -> carriesObject(text, deep);
      case '[' -> begin.second() == '{' || begin.second() == '"';
      default -> Content.isPacked(text);
    };
  }

  private static boolean carriesObject(byte[] object, int deep) {
    var members = Members.of(object);
    return members.isEvent()
        || members.isDigestFile()
        || members.hasList()
        || (deep > 0 && !(in(members, deep) instanceof Load.Nothing));
  }

  private static byte[] held(Members envelope, String name, boolean isBase64) {
    var string = envelope.value(name, '"');
    return string == null ? Content.NOTHING : Content.of(string, isBase64);
  }
}
