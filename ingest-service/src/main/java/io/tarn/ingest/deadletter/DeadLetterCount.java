package io.tarn.ingest.deadletter;

/// How many records of a source were rejected for a reason.
public record DeadLetterCount(String source, String reason, long count) {}
