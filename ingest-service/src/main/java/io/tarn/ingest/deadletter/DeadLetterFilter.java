package io.tarn.ingest.deadletter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which dead letters are meant; null admits all.
public record DeadLetterFilter(
    @Nullable UUID id, @Nullable String reason, @Nullable String source, @Nullable UUID upload) {}
