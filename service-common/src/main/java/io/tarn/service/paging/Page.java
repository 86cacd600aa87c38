package io.tarn.service.paging;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// One page of a listing.
///
/// @param items the items of this page, in the order of the listing
/// @param nextCursor where the next page begins; null on the last page
public record Page<T>(List<T> items, @Nullable String nextCursor) {
  public static final int DEFAULT_LIMIT = 100;
  public static final int MAX_LIMIT = 1000;

  /// Bytes after which a page of items of any size ends.
  public static final long MAX_SIZE = 1 << 20;

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

  /// The same, ended early where the items together are larger than [#MAX_SIZE]; it has at least
  /// one item.
  ///
  /// @param sizeOf about how many bytes an item is in the answer
  public static <T> Page<T> bounded(
      List<T> rows, int limit, Function<T, Cursor> placeOf, ToLongFunction<T> sizeOf) {
    return of(rows, fitting(rows, limit, sizeOf), placeOf);
  }

  /// How many of the first rows make a page of bounded size.
  static <T> int fitting(List<T> rows, int limit, ToLongFunction<T> sizeOf) {
    int most = Math.min(rows.size(), limit);
    long size = 0;
    for (int count = 0; count < most; count++) {
      size += sizeOf.applyAsLong(rows.get(count));
      if (size > MAX_SIZE) {
        return Math.max(count, 1);
      }
    }
    return limit;
  }

  public <R> Page<R> map(Function<? super T, ? extends R> shape) {
    return new Page<>(items.stream().<R>map(shape).toList(), nextCursor);
  }
}
