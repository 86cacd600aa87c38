package io.tarn.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.common.schema.EventCategory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventCategoryTest {
  @Test
  void readsEachWordAndHasAWordForEachCategory() {
    // when
    var words = AllowedValues.of(EventCategory.WORDS).orElseThrow();

    // then
    assertThat(words).allSatisfy(word -> assertThat(EventCategory.find(word)).isPresent());
    assertThat(words)
        .containsAll(Arrays.stream(EventCategory.values()).map(EventCategory::value).toList());
  }
}
