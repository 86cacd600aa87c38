package io.tarn.common.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MapOrderTest {

  @Test
  void keepsNothingWhereBothOrdersAgree() {
    assertThat(MapOrder.encode(List.of("a", "b", "aa"))).isNull();
    assertThat(MapOrder.encode(List.of())).isNull();
  }

  @Test
  void numbersTheKeysInTheOrderOfJsonb() {
    // given
    var keys = List.of("bucketName", "acl", "Host");
    // when
    var order = MapOrder.encode(keys);
    // then
    assertThat(order).containsExactly(2, 0, 1);
    assertThat(MapOrder.restore(List.of("acl", "Host", "bucketName"), order)).isEqualTo(keys);
  }

  @Test
  void measuresKeysInBytesAndNotInCharacters() {
    // "é" has two bytes, so jsonb puts it after "z" and among the keys of two
    assertThat(MapOrder.encode(List.of("é", "z"))).containsExactly(1, 0);
    assertThat(MapOrder.encode(List.of("z", "é"))).isNull();
  }

  @Test
  void takesTwoBytesForMoreThan255Keys() {
    for (int size : new int[] {255, 256, 1000}) {
      // given
      var keys = new ArrayList<>(IntStream.range(0, size).mapToObj("k%04d"::formatted).toList());
      var inJsonbOrder = List.copyOf(keys);
      Collections.shuffle(keys, new Random(size));
      // when
      var order = MapOrder.encode(keys);
      // then
      assertThat(order).hasSize(size > 255 ? 2 * size : size);
      assertThat(MapOrder.restore(inJsonbOrder, order)).isEqualTo(keys);
    }
  }

  @Test
  void ignoresAPermutationOfAnotherSize() {
    assertThat(MapOrder.restore(List.of("a", "b"), new byte[] {1})).containsExactly("a", "b");
  }

  @Test
  void refusesRepeatedKeys() {
    assertThatThrownBy(() -> MapOrder.encode(List.of("a", "a")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
