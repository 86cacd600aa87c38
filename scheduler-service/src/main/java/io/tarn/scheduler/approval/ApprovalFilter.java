package io.tarn.scheduler.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which approvals are listed, by their newest versions. What is null does not restrict.
///
/// @param text is in the id, the title or the requester; case does not matter
/// @param from windows end after it
/// @param to windows begin before it
public record ApprovalFilter(
    @Nullable ApprovalState state,
    @Nullable String system,
    @Nullable String text,
    @Nullable Instant from,
    @Nullable Instant to) {}
