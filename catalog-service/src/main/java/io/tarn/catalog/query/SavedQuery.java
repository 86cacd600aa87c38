package io.tarn.catalog.query;

import io.tarn.service.gate.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A query as somebody sees it, in one of its versions.
///
/// @param libraryName the name of its file; only of the product's
/// @param owner whoever keeps it; null for the product's
/// @param isShared whether all of the tenant see it
/// @param newest the number of its newest version that the reader may see
/// @param version the version that is shown
/// @param origin what it was copied from
/// @param isFavourite whether the reader marked it
/// @param lastRunAt when the reader last ran it
/// @param canEdit whether the reader may change it
public record SavedQuery(
    UUID id,
    QueryPlace place,
    @Nullable String libraryName,
    @Nullable Actor owner,
    boolean isShared,
    int newest,
    Version version,
    @Nullable Origin origin,
    boolean isFavourite,
    @Nullable Instant lastRunAt,
    @Nullable Instant deletedAt,
    boolean canEdit) {

  /// One save.
  ///
  /// @param number counts from 1
  /// @param message what the author says about the change
  public record Version(
      int number,
      QueryContent content,
      Actor author,
      @Nullable String message,
      Instant createdAt) {}

  /// The query that this one was copied from.
  ///
  /// @param version which was copied
  /// @param newest the newest version of it that the reader may see; null where they see it no more
  public record Origin(UUID query, int version, @Nullable String title, @Nullable Integer newest) {}
}
