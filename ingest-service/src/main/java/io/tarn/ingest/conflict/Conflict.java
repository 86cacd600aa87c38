package io.tarn.ingest.conflict;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Other content under the id and time of a stored event.
///
/// @param upload the upload that contained it
/// @param length bytes of its original text
public record Conflict(
    UUID id,
    UUID store,
    Instant eventTime,
    String eventId,
    @Nullable UUID upload,
    Instant receivedAt,
    long length) {}
