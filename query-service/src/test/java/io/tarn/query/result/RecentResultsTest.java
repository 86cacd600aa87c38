package io.tarn.query.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentResultsTest {
  private static final int LARGEST = 128 * 1024;

  private final RecentResults recent = new RecentResults();

  @Test
  void givesAnObjectOnce() {
    // given
    recent.put("a", new byte[] {1});
    // then
    assertThat(recent.take("a")).containsExactly(1);
    assertThat(recent.take("a")).isNull();
  }

  @Test
  void keepsNoLargeOne() {
    // when
    recent.put("a", new byte[LARGEST + 1]);
    // then
    assertThat(recent.take("a")).isNull();
  }

  @Test
  void keepsTheLatestWithinItsBound() {
    // when
    for (int i = 0; i < 100; i++) {
      recent.put("object-" + i, new byte[LARGEST]);
    }
    // then
    assertThat(recent.take("object-67")).isNull();
    assertThat(recent.take("object-68")).hasSize(LARGEST);
    assertThat(recent.take("object-99")).hasSize(LARGEST);
  }

  @Test
  void forgetsWhatIsDeleted() {
    // given
    recent.put("tenant/one/manifest.json", new byte[1]);
    recent.put("tenant/two/manifest.json", new byte[1]);
    // when
    recent.removeAll("tenant/one/");
    // then
    assertThat(recent.take("tenant/one/manifest.json")).isNull();
    assertThat(recent.take("tenant/two/manifest.json")).isNotNull();
  }
}
