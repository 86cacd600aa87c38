package io.tarn.service.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final long HALF = Page.MAX_SIZE / 2;

  @Test
  void endsBeforeTheItemThatMakesItTooLarge() {
    assertThat(fitting(List.of(HALF, HALF, 1L), 10)).isEqualTo(2);
  }

  @Test
  void hasOneItemHoweverLargeItIs() {
    assertThat(fitting(List.of(Page.MAX_SIZE * 4, 1L), 10)).isEqualTo(1);
  }

  @Test
  void endsAtTheLimitWhereAllIsSmall() {
    assertThat(fitting(List.of(1L, 2L, 3L), 2)).isEqualTo(2);
  }

  @Test
  void isTheLastPageWhereAllFits() {
    assertThat(
            Page.bounded(List.of(HALF, HALF), 2, _ -> Cursor.of("last"), size -> size).nextCursor())
        .isNull();
  }

  private static int fitting(List<Long> sizes, int limit) {
    return Page.fitting(sizes, limit, size -> size);
  }
}
