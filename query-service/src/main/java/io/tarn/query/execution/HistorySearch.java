package io.tarn.query.execution;

import io.tarn.service.gate.Actor;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is looked for in a tenant's history; null and an empty set leave all.
///
/// @param visibleTo whose executions are shown; null shows everybody's
/// @param text that stands in the statement, in whatever case
/// @param actor a person's name or subject
/// @param store that the statement names
/// @param from the first moment of submission
/// @param to the moment before which it was submitted
/// @param before the place after which the listing goes on
public record HistorySearch(
    @Nullable Actor visibleTo,
    @Nullable String text,
    @Nullable String actor,
    Set<ExecutionState> states,
    @Nullable UUID store,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Key before) {
  public HistorySearch {
    states = Set.copyOf(states);
  }

  /// A place between two executions, which stand by submission, then by id.
  public record Key(Instant submittedAt, UUID id) {}
}
