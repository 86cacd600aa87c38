package io.tarn.edge.route;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A path in its one form: decoded segments, none of them empty or a step up or down. The route is
/// decided by it, and it, encoded anew, is what the service receives; so edge and service cannot
/// read one path in two ways. A slash inside a segment (ARNs have one) stays encoded.
public record CanonicalPath(List<String> segments) {
  private static final String PLAIN = "-._~:@$";
  private static final int MAX_LENGTH = 4096;

  public CanonicalPath {
    segments = List.copyOf(segments);
  }

  /// Empty where the raw path has no canonical form.
  public static Optional<CanonicalPath> of(String raw) {
    if (raw.length() > MAX_LENGTH || !raw.startsWith("/")) {
      return Optional.empty();
    }
    var segments = new ArrayList<String>();
    for (var part : raw.substring(1).split("/", -1)) {
      var segment = decode(part);
      if (segment.isEmpty() || !isPlain(segment.get())) {
        return Optional.empty();
      }
      segments.add(segment.get());
    }
    return Optional.of(new CanonicalPath(segments));
  }

  /// The path as it is sent on.
  public String encoded() {
    var path = new StringBuilder();
    segments.forEach(segment -> path.append('/').append(encode(segment)));
    return path.toString();
  }

  private static boolean isPlain(String segment) {
    if (segment.chars().anyMatch(c -> c < 0x20 || c == 0x7f || c == '\\')) {
      return false;
    }
    for (var step : segment.split("/", -1)) {
      if (step.isEmpty() || step.equals(".") || step.equals("..")) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> decode(String part) {
    var bytes = ByteBuffer.allocate(part.length() * 4);
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c >= 0x7f || c <= 0x20) {
        return Optional.empty();
      }
      if (c != '%') {
        bytes.put((byte) c);
      } else if (i + 2 < part.length()
          && HexFormat.isHexDigit(part.charAt(i + 1))
          && HexFormat.isHexDigit(part.charAt(i + 2))) {
        bytes.put((byte) HexFormat.fromHexDigits(part, i + 1, i + 3));
        i += 2;
      } else {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  private static String encode(String segment) {
    var text = new StringBuilder();
    for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        text.append(c);
      } else {
        text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return text.toString();
  }
}
