package io.tarn.common.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an export says of itself: the predicate of an in-toto style statement.
///
/// @param files the result files, in the order of the sign file
/// @param coverage which events were looked at
/// @param previousStatement SHA-256 (lower-case hex) of the payload of the statement before, of the
///     same schedule, so that a missing run is seen; null for the first one and without a schedule
public record ResultStatement(
    List<ResultFile> files,
    Tenant tenant,
    Execution execution,
    Requester requester,
    Query query,
    Coverage coverage,
    Outcome outcome,
    @Nullable String previousStatement)
    implements ProofStatement {

  /// Whose result it is.
  public record Tenant(String id, String slug) {}

  /// The execution that the result is of.
  ///
  /// @param region the Region of the installation, as in the sign file
  /// @param run null where it was not run for a schedule
  /// @param schedule null where it was not run for a schedule
  /// @param completedAt when the result was complete and signed: the same as in the sign file, in
  ///     whole seconds
  public record Execution(
      UUID id,
      String region,
      @Nullable UUID run,
      @Nullable UUID schedule,
      Instant submittedAt,
      Instant completedAt) {
    public Execution {
      completedAt = completedAt.truncatedTo(ChronoUnit.SECONDS);
    }
  }

  /// Who asked.
  ///
  /// @param issuer of the identity provider that knows the subject
  /// @param role in which it was asked; null where it is not known
  public record Requester(String issuer, String subject, String name, @Nullable String role) {}

  /// What was asked, and whom.
  ///
  /// @param statement the text as it was submitted
  /// @param parameters what `{{name}}` in the statement stands for: an array of declarations
  /// @param values values of the parameters by name: an object
  /// @param snapshotPosition the position in the stores that was read; null where it is not known
  public record Query(
      String statement,
      JsonNode parameters,
      JsonNode values,
      List<Store> stores,
      @Nullable Long snapshotPosition) {
    public Query {
      stores = List.copyOf(stores);
    }
  }

  /// An event data store.
  public record Store(String id, String name) {}

  /// Which events were looked at.
  ///
  /// @param from the first event time that was looked at; null without a bound
  /// @param to the last event time that was looked at; null without a bound
  /// @param eventsScanned null where they were not counted
  /// @param bytesScanned bytes of the original texts of these events; null where not counted
  public record Coverage(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Long eventsScanned,
      @Nullable Long bytesScanned) {}

  /// What came of it.
  ///
  /// @param rows rows of all files together
  /// @param isTruncated whether the result has more rows than the files
  /// @param isPartial whether not all events could be looked at
  public record Outcome(long rows, boolean isTruncated, boolean isPartial) {}

  public ResultStatement {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new ProofFormatException("names no result file");
    }
    if (files.stream().mapToLong(ResultFile::rows).sum() != outcome.rows()) {
      throw new ProofFormatException("counts other rows than its files have together");
    }
    if (previousStatement != null && !ResultFile.isSha256(previousStatement)) {
      throw new ProofFormatException("names a previous statement by something other than SHA-256");
    }
  }

  @Override
  public String region() {
    return execution.region();
  }

  @Override
  public Instant completedAt() {
    return execution.completedAt();
  }
}
