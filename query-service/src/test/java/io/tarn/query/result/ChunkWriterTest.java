package io.tarn.query.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkWriterTest {
  private final List<ResultChunk> chunks = new ArrayList<>();
  private final ChunkWriter writer = new ChunkWriter(chunks::add);

  @Test
  void fillsChunksOfFiveThousandRows() throws SQLException {
    // when
    add(12_500, 10);
    // then
    assertThat(chunks).extracting(ResultChunk::firstRow).containsExactly(0L, 5000L, 10_000L);
    assertThat(chunks).extracting(ResultChunk::rows).containsExactly(5000, 5000, 2500);
    assertThat(writer.count()).isEqualTo(12_500);
    assertThat(writer.storedBytes()).isPositive();
  }

  @Test
  void endsAChunkEarlyWhereRowsAreLong() throws SQLException {
    // when
    add(5, 1_200_000);
    // then
    assertThat(chunks).extracting(ResultChunk::rows).containsExactly(2, 2, 1);
  }

  @Test
  void storesNothingForAnEmptyResult() throws SQLException {
    // when
    add(0, 10);
    // then
    assertThat(chunks).isEmpty();
    assertThat(writer.count()).isZero();
  }

  private void add(int rows, int characters) throws SQLException {
    for (int at = 0; at < rows; at++) {
      writer.add(
          json -> {
            json.writeStartArray();
            json.writeString("x");
            json.writeEndArray();
            return characters;
          });
    }
    writer.finish();
  }
}
