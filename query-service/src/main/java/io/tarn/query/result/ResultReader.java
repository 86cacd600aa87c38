package io.tarn.query.result;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads stored rows. An answer holds no more of them than fit well into memory.
@ApplicationScoped
public class ResultReader {
  private static final long LARGEST_ANSWER = 2_000_000;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final ResultPageStore pages;
  private final ResultCursors cursors;

  ResultReader(ResultPageStore pages, ResultCursors cursors) {
    this.pages = pages;
    this.cursors = cursors;
  }

  /// Rows from `first` (counted from 0) to before `last`, or fewer, of a result of `count`.
  public Rows read(TenantId tenant, UUID execution, long first, long last, long count) {
    var rows = new ArrayList<JsonNode>();
    long size = 0;
    long next = first;
    while (next < last && size < LARGEST_ANSWER) {
      var page = page(tenant, execution, next);
      var found = rowsOf(page, next, last);
      rows.addAll(found);
      next += found.size();
      size += page.content().length * 8L;
    }
    return new Rows(rows, next < count ? cursors.of(tenant, execution, next) : null);
  }

  private ResultPage page(TenantId tenant, UUID execution, long row) {
    try {
      return pages
          .find(tenant, execution, row)
          .orElseThrow(() -> new IllegalStateException("a page of a finished result is missing"));
    } catch (SQLException failure) {
      throw new IllegalStateException("a result cannot be read", failure);
    }
  }

  private static List<JsonNode> rowsOf(ResultPage page, long first, long last) {
    try (var text = new GZIPInputStream(new ByteArrayInputStream(page.content()))) {
      var all = new ArrayList<JsonNode>(page.rows());
      JSON.readTree(text).forEach(all::add);
      var from = (int) (first - page.firstRow());
      var to = (int) Math.min(page.rows(), last - page.firstRow());
      return all.subList(from, to);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Some rows, and where to go on; null at the end.
  public record Rows(List<JsonNode> rows, @Nullable String nextCursor) {
    public Rows {
      rows = List.copyOf(rows);
    }
  }
}
