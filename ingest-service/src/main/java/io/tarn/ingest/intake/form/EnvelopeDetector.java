package io.tarn.ingest.intake.form;

import com.fasterxml.jackson.core.JsonToken;

/// Tells whether something carries events, and where in it.
final class EnvelopeDetector {
  private EnvelopeDetector() {}

  /// What an envelope carries.
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  sealed interface Content {
    /// An object that stands in it literally.
    record Inner(int offset, byte[] text) implements Content {}

    /// A text that it holds as a string.
    record Held(byte[] text) implements Content {}

    /// No event.
    record Nothing() implements Content {}
  }

  /// The content of the envelope with these members, looking into so many more envelopes.
  static Content in(JsonMembers envelope, int depth) {
    for (var name : EventKeys.OF_OBJECTS) {
      var object = envelope.value(name, JsonToken.START_OBJECT);
      if (object != null && isCarryingObject(object, depth - 1)) {
        return new Content.Inner(envelope.offset(name), object);
      }
    }
    for (var name : EventKeys.OF_STRINGS) {
      var held = held(envelope, name, false);
      if (held.length > 0 && isCarrying(held, depth - 1)) {
        return new Content.Held(held);
      }
    }
    for (var name : EventKeys.OF_BASE64_STRINGS) {
      var held = held(envelope, name, true);
      if (held.length > 0 && isCarrying(held, depth - 1)) {
        return new Content.Held(held);
      }
    }
    return new Content.Nothing();
  }

  /// Whether a text carries events: one, a list, an envelope around some, or something packed.
  static boolean isCarrying(byte[] text, int depth) {
    int first = Text.afterSpace(text, 0);
    return switch (first < text.length ? text[first] : ' ') {
      case '{' -> isCarryingObject(text, depth);
      case '[' -> isList(text, Text.afterSpace(text, first + 1));
      default -> HeldText.isPacked(text);
    };
  }

  private static boolean isList(byte[] text, int second) {
    return second < text.length && (text[second] == '{' || text[second] == '"');
  }

  private static boolean isCarryingObject(byte[] object, int depth) {
    var members = JsonMembers.of(object);
    return members.isEvent()
        || members.isDigestFile()
        || members.hasList()
        || (depth > 0 && !(in(members, depth) instanceof Content.Nothing));
  }

  private static byte[] held(JsonMembers envelope, String name, boolean isBase64) {
    var string = envelope.value(name, JsonToken.VALUE_STRING);
    return string == null ? HeldText.NOTHING : HeldText.of(string, isBase64);
  }
}
