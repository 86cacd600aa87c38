package io.tarn.scheduler.api;

import io.tarn.scheduler.ledger.ChangeSearch.DayCount;
import io.tarn.scheduler.ledger.ChangeSearch.NameCount;
import io.tarn.scheduler.ledger.ChangeSearch.Summary;
import java.time.LocalDate;
import java.util.List;

/// How many changes there are.
///
/// @param days by day (UTC) and verdict, the earliest first
/// @param people by whoever made them and verdict, the 20 with most
/// @param services by service and verdict, the 20 with most
public record ChangeSummaryResponse(
    List<ChangesOfDay> days, List<ChangesOfName> people, List<ChangesOfName> services) {
  public ChangeSummaryResponse {
    days = List.copyOf(days);
    people = List.copyOf(people);
    services = List.copyOf(services);
  }

  /// Changes of a day with one verdict.
  ///
  /// @param day the day, UTC
  /// @param verdict what is said of them
  /// @param changes how many there are
  public record ChangesOfDay(LocalDate day, String verdict, long changes) {
    static ChangesOfDay of(DayCount count) {
      return new ChangesOfDay(count.day(), count.verdict(), count.changes());
    }
  }

  /// Changes of one person or service with one verdict.
  ///
  /// @param name who made them, or the service
  /// @param verdict what is said of them
  /// @param changes how many there are
  public record ChangesOfName(String name, String verdict, long changes) {
    static ChangesOfName of(NameCount count) {
      return new ChangesOfName(count.name(), count.verdict(), count.changes());
    }
  }

  static ChangeSummaryResponse of(Summary summary) {
    return new ChangeSummaryResponse(
        summary.days().stream().map(ChangesOfDay::of).toList(),
        summary.people().stream().map(ChangesOfName::of).toList(),
        summary.services().stream().map(ChangesOfName::of).toList());
  }
}
