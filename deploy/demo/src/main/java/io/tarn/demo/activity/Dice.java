package io.tarn.demo.activity;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// Chance that repeats itself: the same numbers give the same throws.
final class Dice {
  private static final char[] HEX = "0123456789abcdef".toCharArray();
  private static final char[] KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  Dice(long... numbers) {
    random = new SplittableRandom(mixed(numbers));
  }

  private static long mixed(long... numbers) {
    var state = GOLDEN;
    for (var number : numbers) {
      state = (state ^ number) * 0xBF58476D1CE4E5B9L;
      state ^= state >>> 29;
    }
    return state;
  }

  /// A number that a text always gives.
  static long numberOf(String text) {
    var state = 0xCBF29CE484222325L;
    for (var i = 0; i < text.length(); i++) {
      state = (state ^ text.charAt(i)) * 0x100000001B3L;
    }
    return state;
  }

  /// From 0 to one below the limit.
  int below(int limit) {
    return random.nextInt(limit);
  }

  long between(long from, long to) {
    return to > from ? random.nextLong(from, to) : from;
  }

  boolean inPercent(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /// A random UUID, version 4.
  String uuid() {
    var high = (random.nextLong() & ~0xF000L) | 0x4000L;
    var low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  String hex(int length) {
    return letters(length, HEX, 4);
  }

  /// Letters as in the ids of principals and access keys.
  String key(int length) {
    return letters(length, KEY, 5);
  }

  private String letters(int length, char[] alphabet, int bits) {
    var text = new char[length];
    var supply = 0L;
    for (var i = 0; i < length; i++) {
      supply = i % 12 == 0 ? random.nextLong() : supply >>> bits;
      text[i] = alphabet[(int) (supply & ((1 << bits) - 1))];
    }
    return new String(text);
  }
}
