package io.tarn.service.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.service.problem.AllowedValues;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PermissionTest {
  @Test
  void eachIsInTheOnePatternOfAll() {
    // given
    var constants =
        Arrays.stream(Permission.class.getFields())
            .filter(field -> !field.getName().equals("ANY"))
            .map(PermissionTest::valueOf)
            .toList();

    // when
    var all = AllowedValues.of(Permission.ANY).orElseThrow();

    // then
    assertThat(all).containsExactlyElementsOf(constants);
  }

  private static String valueOf(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException hidden) {
      throw new IllegalStateException(hidden);
    }
  }
}
