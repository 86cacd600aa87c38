package io.tarn.service.paging;

import io.tarn.service.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a listing goes on: the sort values of the last item seen, ending in a unique one. As text
/// it is sealed for the tenant of the request being answered: it tells a client nothing (sort
/// values may count what other tenants have), and in another tenant it is refused.
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
    return CursorSeal.ofService().seal(String.join(SEPARATOR, values));
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
    var opened = CursorSeal.ofService().open(text);
    return opened == null ? List.of() : List.of(opened.split(SEPARATOR, -1));
  }
}
