package io.tarn.scheduler.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.scheduler.export.Export.ResultPlace;
import io.tarn.scheduler.export.ExportSource.Page;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows of a result from a place on, of which one page is in memory. Belongs to one thread.
final class ResultRows {
  private final Function<@Nullable String, Page> pages;
  private Page page;
  private @Nullable String cursor;
  private int at;

  /// @param pages gives the page of a cursor
  ResultRows(ResultPlace begin, Function<@Nullable String, Page> pages) {
    this.pages = pages;
    this.cursor = begin.cursor();
    this.page = pages.apply(cursor);
    skip(begin.skip());
  }

  /// The rows that are skipped may be of several pages: pages need not be as large as they were.
  private void skip(long rows) {
    long left = rows;
    while (left > page.rows().size() - at) {
      left -= page.rows().size() - at;
      if (page.nextCursor() == null) {
        throw new NoSuchElementException("the result has become shorter");
      }
      turn(page.nextCursor());
    }
    at += Math.toIntExact(left);
  }

  boolean hasNext() {
    while (at == page.rows().size() && page.nextCursor() != null) {
      turn(page.nextCursor());
    }
    return at < page.rows().size();
  }

  JsonNode next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.rows().get(at++);
  }

  private void turn(String next) {
    cursor = next;
    page = pages.apply(next);
    at = 0;
  }

  /// Where the next row is.
  ResultPlace place() {
    return new ResultPlace(cursor, at);
  }
}
