package io.tarn.sql.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A set of characters as ascending ranges with gaps between them.
record CodePoints(List<Range> ranges) {
  record Range(int first, int last) {}

  static final CodePoints NONE = new CodePoints(List.of());
  static final CodePoints ALL = of(0, Character.MAX_CODE_POINT);
  static final CodePoints NEWLINE = of('\n');
  static final CodePoints DIGITS = of('0', '9');
  static final CodePoints SPACES = of('\t', '\r').union(of(' '));
  static final CodePoints WORDS = DIGITS.union(of('A', 'Z')).union(of('_')).union(of('a', 'z'));

  CodePoints {
    ranges = List.copyOf(ranges);
  }

  static CodePoints of(int only) {
    return of(only, only);
  }

  static CodePoints of(int first, int last) {
    return new CodePoints(List.of(new Range(first, last)));
  }

  CodePoints union(CodePoints other) {
    var sorted = new ArrayList<>(ranges);
    sorted.addAll(other.ranges);
    sorted.sort(Comparator.comparingInt(Range::first));
    var merged = new ArrayList<Range>();
    for (var range : sorted) {
      if (!merged.isEmpty() && range.first <= merged.getLast().last + 1) {
        var before = merged.removeLast();
        merged.add(new Range(before.first, Math.max(before.last, range.last)));
      } else {
        merged.add(range);
      }
    }
    return new CodePoints(merged);
  }

  CodePoints complement() {
    var gaps = new ArrayList<Range>();
    int next = 0;
    for (var range : ranges) {
      if (range.first > next) {
        gaps.add(new Range(next, range.first - 1));
      }
      next = range.last + 1;
    }
    if (next <= Character.MAX_CODE_POINT) {
      gaps.add(new Range(next, Character.MAX_CODE_POINT));
    }
    return new CodePoints(gaps);
  }

  boolean contains(int codePoint) {
    for (var range : ranges) {
      if (codePoint <= range.last) {
        return codePoint >= range.first;
      }
    }
    return false;
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  boolean isSingle() {
    return ranges.size() == 1 && ranges.getFirst().first == ranges.getFirst().last;
  }

  /// The smallest member of a set that has one.
  int first() {
    return ranges.getFirst().first;
  }
}
