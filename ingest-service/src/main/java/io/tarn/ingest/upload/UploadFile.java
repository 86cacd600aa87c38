package io.tarn.ingest.upload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file of an upload, with what became of it so far.
///
/// @param failure why it broke
public record UploadFile(
    int number,
    String name,
    FileState state,
    @Nullable String failure,
    Instant startedAt,
    @Nullable Instant endedAt,
    Totals totals) {}
