package io.tarn.query.result;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads stored rows. An answer holds no more of them than fit well into memory.
@ApplicationScoped
public class ResultReader {
  private static final String TOO_SHORT = "fewer rows than the manifest says";
  private static final long LARGEST_ANSWER = 4_000_000;

  /// What a value takes in memory beside its text.
  private static final int VALUE = 16;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final ResultStore results;
  private final ResultCursors cursors;

  ResultReader(ResultStore results, ResultCursors cursors) {
    this.results = results;
    this.cursors = cursors;
  }

  /// Rows from `first` (counted from 0) to before `last`, or fewer.
  ///
  /// @param besideEach bytes that each row takes in the answer beside its values
  public Rows read(
      TenantId tenant,
      UUID execution,
      StoredResult result,
      long first,
      long last,
      long besideEach) {
    var manifest = results.manifest(tenant, execution, result);
    var answer = new Answer(first, Math.min(last, result.rows()), besideEach);
    while (answer.wantsMore()) {
      var chunk = manifest.chunkOf(answer.next());
      answer.take(chunk, results.chunk(tenant, execution, chunk));
    }
    var next = answer.next();
    return new Rows(answer.rows, next < result.rows() ? cursors.of(tenant, execution, next) : null);
  }

  /// Collects rows until there are enough, or they are too large together.
  private static final class Answer {
    private final List<JsonNode> rows = new ArrayList<>();
    private final long first;
    private final long last;
    private final long besideEach;
    private long size;

    Answer(long first, long last, long besideEach) {
      this.first = first;
      this.last = last;
      this.besideEach = besideEach;
    }

    long next() {
      return first + rows.size();
    }

    boolean wantsMore() {
      return next() < last && size < LARGEST_ANSWER;
    }

    void take(ResultManifest.Chunk chunk, byte[] content) {
      try (var text =
          new BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(content)))) {
        skipLines(text, next() - chunk.firstRow());
        takeRows(text, chunk.firstRow() + chunk.rows());
      } catch (IOException unreadable) {
        throw new ResultException.Damaged(chunk.name(), unreadable);
      }
    }

    private void takeRows(InputStream text, long end) throws IOException {
      try (var parser = JSON.createParser(text)) {
        while (wantsMore() && next() < end) {
          var begin = parser.currentLocation().getByteOffset();
          var row = row(parser);
          rows.add(row);
          size += parser.currentLocation().getByteOffset() - begin;
          size += besideEach + (long) VALUE * row.size();
        }
      }
    }

    private static JsonNode row(JsonParser parser) throws IOException {
      JsonNode row = JSON.readTree(parser);
      if (row == null) {
        throw new EOFException(TOO_SHORT);
      }
      return row;
    }
  }

  private static void skipLines(InputStream text, long lines) throws IOException {
    for (long skipped = 0; skipped < lines; ) {
      var next = text.read();
      if (next < 0) {
        throw new EOFException(TOO_SHORT);
      }
      skipped += next == '\n' ? 1 : 0;
    }
  }

  /// Some rows, and where to go on; null at the end.
  public record Rows(List<JsonNode> rows, @Nullable String nextCursor) {
    public Rows {
      rows = List.copyOf(rows);
    }
  }
}
