package io.tarn.common.paging;

import io.tarn.common.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place in a listing: the sort values of the last item seen, ending in a unique one. It says
/// only where to go on; whose listing it is comes from the grant, so a foreign cursor opens
/// nothing.
public record Cursor(List<String> values) {
  private static final String SEPARATOR = "\u001f";
  private static final int LONGEST = 2048;

  public Cursor {
    values = List.copyOf(values);
    if (values.isEmpty() || values.stream().anyMatch(value -> value.contains(SEPARATOR))) {
      throw new IllegalArgumentException("a cursor has values without separators");
    }
  }

  public static Cursor of(String... values) {
    return new Cursor(List.of(values));
  }

  public String encode() {
    var text = String.join(SEPARATOR, values);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads a cursor of `size` values as a client sent it; null stays null (the first page).
  public static @Nullable Cursor decode(@Nullable String text, int size) {
    if (text == null) {
      return null;
    }
    var values = text.length() > LONGEST ? List.<String>of() : split(text);
    if (values.size() != size) {
      throw notOfThisListing();
    }
    return new Cursor(values);
  }

  /// The refusal of a cursor that was changed or belongs elsewhere.
  public static ProblemException notOfThisListing() {
    return ProblemException.invalid("cursor", "is not a cursor of this listing");
  }

  public String value(int index) {
    return values.get(index);
  }

  private static List<String> split(String text) {
    try {
      var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      return List.of(decoded.split(SEPARATOR, -1));
    } catch (IllegalArgumentException notBase64) {
      return List.of();
    }
  }
}
