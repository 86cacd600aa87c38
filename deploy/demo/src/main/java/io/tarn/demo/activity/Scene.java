package io.tarn.demo.activity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events of one account and Region in a span of time. Stories add to it until as much has
/// happened as was asked for.
final class Scene {
  private final Estate estate;
  private final AccountRegion accountRegion;
  private final Dice dice;
  private final long from;
  private final long to;
  private final int wanted;
  private final List<DemoEvent> events = new ArrayList<>();

  Scene(Estate estate, AccountRegion accountRegion, long from, long to, int wanted, Dice dice) {
    this.estate = estate;
    this.accountRegion = accountRegion;
    this.from = from;
    this.to = to;
    this.wanted = wanted;
    this.dice = dice;
  }

  Estate estate() {
    return estate;
  }

  AccountRegion accountRegion() {
    return accountRegion;
  }

  Dice dice() {
    return dice;
  }

  boolean isFull() {
    return events.size() >= wanted;
  }

  /// A second at which a story may begin.
  long someTime() {
    return Rhythm.second(from, to, dice);
  }

  void add(Call call, long second) {
    add(call, second, null);
  }

  /// Adds a call with its ground truth unless the scene is full; then neither counts.
  void add(Call call, long second, @Nullable Fact fact) {
    if (!isFull()) {
      events.add(
          new DemoEvent(inside(second), call.json(accountRegion, inside(second), dice), fact));
    }
  }

  /// The second itself, or the last one of the span.
  long inside(long second) {
    return Math.min(second, to - 1);
  }

  List<DemoEvent> events() {
    return events;
  }
}
