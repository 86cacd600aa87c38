package io.tarn.query.api;

import io.tarn.query.execution.QueryText.Kept;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of a kept query.
///
/// @param id the id of the query
/// @param version the number of the version
public record KeptVersion(UUID id, int version) {
  static @Nullable KeptVersion of(@Nullable Kept kept) {
    return kept == null ? null : new KeptVersion(kept.id(), kept.version());
  }
}
