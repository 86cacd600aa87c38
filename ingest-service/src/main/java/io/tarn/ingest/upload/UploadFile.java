package io.tarn.ingest.upload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file of an upload, with its totals so far.
/// @param failure why it failed
public record UploadFile(
    int number,
    String name,
    FileState state,
    @Nullable String failure,
    Instant startedAt,
    @Nullable Instant endedAt,
    Totals totals) {}
