package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.unpack.Source;
import io.tarn.ingest.intake.unpack.Unpacking;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Base64;

/// What a string of JSON, or a word, holds.
final class Content {
  static final byte[] NOTHING = {};

  /// The first characters of gzip in base64.
  private static final byte[] PACKED = {'H', '4', 's', 'I'};

  private Content() {}

  /// What a string holds: as it stands, or in base64 where it must be or seems to be. Nothing
  /// where it is no such string.
  static byte[] of(byte[] string, boolean isBase64) {
    var text = JsonStrings.decode(string);
    if (text == null) {
      return NOTHING;
    }
    return isBase64 || isPackedBase64(text) ? base64(text) : text;
  }

  /// Whether this is the base64 of something packed by gzip.
  static boolean isPackedBase64(byte[] text) {
    return text.length > PACKED.length
        && Arrays.equals(text, 0, PACKED.length, PACKED, 0, PACKED.length);
  }

  static byte[] base64(byte[] text) {
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return NOTHING;
    }
  }

  static boolean isPacked(byte[] content) {
    boolean mayBe = content.length > 2 && (content[0] == 0x1f || content[0] == 0x28);
    return mayBe && Unpacking.isPacked(new Source(new ByteArrayInputStream(content)));
  }
}
