package io.tarn.demo.activity;

import io.tarn.local.realm.DemoTenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The activity of one customer, as ordered. Everything is made when it is asked for and nothing
/// is held, so that millions of events need no memory; each slice is made alone and may be made in
/// any order and by any thread.
public final class DemoActivity {
  private static final int FILE = 2000;
  private static final int ENOUGH_FOR_AN_INCIDENT = 1000;
  private static final long DAY = 24 * Rhythm.HOUR;
  private static final long SECOND_HOUR = 2 * Rhythm.HOUR;

  private final DemoRequest request;
  private final Estate estate;
  private final long from;
  private final long to;
  private final long length;
  private final List<DemoEvent> incident;
  private final AccountRegion incidentRegion;
  private final long everyday;
  private final long weight;

  public DemoActivity(DemoTenant tenant, DemoRequest request) {
    this.estate = new Estate(tenant);
    this.request = request;
    from = request.from().getEpochSecond();
    to = request.to().getEpochSecond();
    length = request.window().toSeconds();
    incidentRegion = estate.regions().getFirst();
    incident = incident();
    everyday = request.events() - incident.size();
    weight = Rhythm.weight(from, to) * estate.regions().stream().mapToLong(estate::share).sum();
  }

  private List<DemoEvent> incident() {
    var start = Math.floorDiv(from + (to - from) / 10 * 7, DAY) * DAY + SECOND_HOUR;
    var isInside = start >= from && start + DAY < to;
    return isInside && request.events() >= ENOUGH_FOR_AN_INCIDENT
        ? Incident.happen(estate, incidentRegion, start, request.seed())
        : List.of();
  }

  /// All windows in the order of time, for each account and Region; repeatable.
  public Stream<Window> windows() {
    var share = new Apportioning(everyday, weight);
    return LongStream.iterate(from, start -> start < to, this::endOf)
        .boxed()
        .flatMap(
            start ->
                estate.regions().stream()
                    .map(accountRegion -> window(accountRegion, start, share)));
  }

  /// Windows begin at full multiples of their length, but for the first.
  private long endOf(long start) {
    return Math.min(to, Math.floorDiv(start, length) * length + length);
  }

  private Window window(AccountRegion accountRegion, long start, Apportioning share) {
    var end = endOf(start);
    var count = share.next(Rhythm.weight(start, end) * estate.share(accountRegion));
    return new Window(
        accountRegion.account(),
        accountRegion.region(),
        Instant.ofEpochSecond(start),
        Instant.ofEpochSecond(end),
        slices(accountRegion, start, end, count));
  }

  private List<Slice> slices(AccountRegion accountRegion, long start, long end, long count) {
    var slices = new ArrayList<Slice>();
    var parts = Math.max(1, Math.min((count + FILE - 1) / FILE, end - start));
    var share = new Apportioning(count, Rhythm.weight(start, end));
    for (var part = 0L; part < parts; part++) {
      var first = start + (end - start) * part / parts;
      var last = start + (end - start) * (part + 1) / parts;
      var here = (int) share.next(Rhythm.weight(first, last));
      if (here > 0 || !incidentIn(accountRegion, first, last).isEmpty()) {
        slices.add(
            new Slice(
                accountRegion.account(),
                accountRegion.region(),
                Instant.ofEpochSecond(first),
                Instant.ofEpochSecond(last),
                here));
      }
    }
    return slices;
  }

  /// The events of a slice in the order of time.
  public List<DemoEvent> events(Slice slice) {
    var start = slice.from().getEpochSecond();
    var end = slice.to().getEpochSecond();
    var accountRegion = new AccountRegion(slice.account(), slice.region());
    var name = estate.slug() + slice.account() + slice.region();
    var dice = new Dice(request.seed(), Dice.numberOf(name), start);
    var scene = new Scene(estate, accountRegion, start, end, slice.count(), dice);
    Stories.fill(scene);
    var events = new ArrayList<>(scene.events());
    events.addAll(incidentIn(accountRegion, start, end));
    events.sort(Comparator.comparingLong(DemoEvent::second));
    return events;
  }

  private List<DemoEvent> incidentIn(AccountRegion accountRegion, long start, long end) {
    return accountRegion.equals(incidentRegion)
        ? incident.stream().filter(e -> e.second() >= start && e.second() < end).toList()
        : List.of();
  }

  /// All events, a slice at a time.
  public Stream<DemoEvent> events() {
    return windows().flatMap(window -> window.slices().stream()).flatMap(s -> events(s).stream());
  }
}
