package io.tarn.sql.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/// Choices that a seed fixes.
final class Dice {
  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /// True once in so many times.
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  final <T> T one(T... choices) {
    return of(List.of(choices));
  }

  <T> T weighted(List<T> choices, ToIntFunction<T> weight) {
    int at = random.nextInt(choices.stream().mapToInt(weight).sum());
    for (var choice : choices) {
      at -= weight.applyAsInt(choice);
      if (at < 0) {
        return choice;
      }
    }
    return choices.getLast();
  }

  /// So many of the choices, each at most once.
  <T> List<T> some(int count, List<T> choices) {
    var left = new ArrayList<>(choices);
    var some = new ArrayList<T>();
    while (some.size() < count && !left.isEmpty()) {
      some.add(left.remove(random.nextInt(left.size())));
    }
    return some;
  }

  <T> List<T> times(int count, Supplier<T> make) {
    var all = new ArrayList<T>();
    for (int i = 0; i < count; i++) {
      all.add(make.get());
    }
    return all;
  }
}
