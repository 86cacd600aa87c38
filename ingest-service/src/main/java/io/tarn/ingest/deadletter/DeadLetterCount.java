package io.tarn.ingest.deadletter;

import io.tarn.ingest.record.RejectionReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How many dead letters there are of a source and a reason.
///
/// @param source where their uploads came from, in the sender's words
/// @param reason why, as a stable word such as `no-event-id`
/// @param count how many dead letters that is
public record DeadLetterCount(
    String source, @Schema(implementation = RejectionReason.class) String reason, long count) {}
