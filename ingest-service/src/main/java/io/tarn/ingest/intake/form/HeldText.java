package io.tarn.ingest.intake.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tarn.ingest.intake.unpack.Source;
import io.tarn.ingest.intake.unpack.Unpacking;
import io.tarn.ingest.json.JsonReader;
import io.tarn.ingest.json.NotJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// The text that a string of JSON holds, or base64 that stands for itself.
final class HeldText {
  static final byte[] NOTHING = {};

  /// The first characters of gzip in base64.
  private static final byte[] GZIP_BASE64 = {'H', '4', 's', 'I'};

  /// U+FFFD in UTF-8.
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private HeldText() {}

  /// The text of a string: as it stands, or out of base64 where it must be or seems to be. Nothing
  /// where it is no such string.
  static byte[] of(byte[] string, boolean isBase64) {
    var text = decoded(string);
    return isBase64 || isGzipInBase64(text) ? base64(text) : text;
  }

  static boolean isGzipInBase64(byte[] text) {
    return text.length > GZIP_BASE64.length
        && Arrays.equals(text, 0, GZIP_BASE64.length, GZIP_BASE64, 0, GZIP_BASE64.length);
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

  private static byte[] decoded(byte[] string) {
    try (var parser = JsonReader.open(string)) {
      parser.nextToken();
      return utf8(parser.getText());
    } catch (NotJsonException | JsonProcessingException notReadable) {
      return NOTHING;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// The text in UTF-8, with U+FFFD for halves of surrogate pairs.
  private static byte[] utf8(String text) throws CharacterCodingException {
    var encoded =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(REPLACEMENT)
            .encode(CharBuffer.wrap(text));
    var bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }
}
