package io.tarn.ingest.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One JSON value as it was written: keys in source order with repeats, numbers as their text.
///
/// The lists are handed over by the reader and never changed afterwards; they are not copied,
/// because a tree is made for every event.
public sealed interface Json {
  /// The decoded content of a string; may hold lone surrogates and NUL.
  record Text(String value) implements Json {}

  /// A number, as the sender wrote it.
  record Numeral(String token) implements Json {}

  /// `true` or `false`.
  record Truth(boolean value) implements Json {}

  /// `null`.
  record Null() implements Json {}

  /// An array.
  record Sequence(List<Json> elements) implements Json {}

  /// An object.
  record Structure(List<Member> members) implements Json {
    /// The value of a key, the last one where the key is repeated.
    public @Nullable Json get(String name) {
      for (int i = members.size() - 1; i >= 0; i--) {
        if (members.get(i).name().equals(name)) {
          return members.get(i).value();
        }
      }
      return null;
    }
  }

  /// One key and its value.
  record Member(String name, Json value) {}
}
