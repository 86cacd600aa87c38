package io.tarn.common.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a listing. `nextCursor` is null on the last page.
public record Page<T>(List<T> items, @Nullable String nextCursor) {
  public static final int DEFAULT_LIMIT = 100;
  public static final int MAX_LIMIT = 1000;

  public Page {
    items = List.copyOf(items);
  }

  /// Makes a page of what was read with `limit + 1`: the row too many only says that there is
  /// more.
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> placeOf) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    var items = rows.subList(0, limit);
    return new Page<>(items, placeOf.apply(items.getLast()).encode());
  }

  public <R> Page<R> map(Function<? super T, ? extends R> shape) {
    return new Page<>(items.stream().<R>map(shape).toList(), nextCursor);
  }
}
