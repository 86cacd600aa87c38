package io.tarn.service.paging;

import org.jspecify.annotations.Nullable;

/// How large texts are in an answer, for pages that end by size.
public final class JsonSize {
  private JsonSize() {}

  /// Bytes of the texts as JSON in UTF-8, at most: a control character and a surrogate are written
  /// with six, any other that is not ASCII with up to three. Null takes none.
  public static long of(@Nullable String... texts) {
    long bytes = 0;
    for (var text : texts) {
      if (text != null) {
        bytes += text.chars().mapToLong(JsonSize::of).sum();
      }
    }
    return bytes;
  }

  private static int of(int character) {
    if (character < ' ' || Character.isSurrogate((char) character)) {
      return 6;
    }
    return character == '"' || character == '\\' ? 2 : character < 0x80 ? 1 : 3;
  }
}
