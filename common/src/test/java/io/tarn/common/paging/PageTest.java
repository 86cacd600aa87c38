package io.tarn.common.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final long HALF = Page.MAX_SIZE / 2;

  @Test
  void endsBeforeTheItemThatMakesItTooLarge() {
    var page = bounded(List.of(HALF, HALF, 1L), 10);
    assertThat(page.items()).containsExactly(HALF, HALF);
    assertThat(page.nextCursor()).isEqualTo(Cursor.of(Long.toString(HALF)).encode());
  }

  @Test
  void hasOneItemHoweverLargeItIs() {
    var page = bounded(List.of(Page.MAX_SIZE * 4, 1L), 10);
    assertThat(page.items()).containsExactly(Page.MAX_SIZE * 4);
    assertThat(page.nextCursor()).isNotNull();
  }

  @Test
  void isTheLastPageWhereAllFits() {
    assertThat(bounded(List.of(HALF, HALF), 2).nextCursor()).isNull();
  }

  @Test
  void endsAtTheLimitWhereAllIsSmall() {
    assertThat(bounded(List.of(1L, 2L, 3L), 2).items()).containsExactly(1L, 2L);
  }

  private static Page<Long> bounded(List<Long> sizes, int limit) {
    return Page.bounded(sizes, limit, size -> Cursor.of(Long.toString(size)), size -> size);
  }
}
