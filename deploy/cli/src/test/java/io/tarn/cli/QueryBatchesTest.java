package io.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.cli.QueryFolder.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryBatchesTest {
  @Test
  void fillsRequestsInTheOrderOfTheFiles() throws IOException {
    // given
    var files =
        IntStream.range(0, 40)
            .mapToObj(i -> new File(i + ".sql", "SELECT 'ä\"'\n".repeat(2_000)))
            .toList();
    // when
    var batches = QueryBatches.of(files);
    // then
    assertThat(batches.stream().flatMap(List::stream)).containsExactlyElementsOf(files);
    assertThat(batches).hasSizeBetween(2, 5);
    for (var batch : batches) {
      var body = new ObjectMapper().writeValueAsBytes(Map.of("files", batch));
      assertThat(body.length).isLessThan(QueryBatches.FULL + 100);
    }
  }

  @Test
  void sendsALargeFileAlone() {
    // given
    var small = new File("a.sql", "SELECT 1");
    var large = new File("b.sql", "x".repeat(QueryBatches.FULL + 1));
    // then
    assertThat(QueryBatches.of(List.of(small, large, small)))
        .containsExactly(List.of(small), List.of(large), List.of(small));
    assertThat(QueryBatches.of(List.of())).isEmpty();
  }

  @Test
  void sendsNotTooManyFilesAtOnce() {
    var files = IntStream.range(0, 1_001).mapToObj(i -> new File(i + ".sql", "")).toList();
    assertThat(QueryBatches.of(files)).extracting(List::size).containsExactly(500, 500, 1);
  }
}
