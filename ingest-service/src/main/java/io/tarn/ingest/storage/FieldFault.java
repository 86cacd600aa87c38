package io.tarn.ingest.storage;

import java.time.Instant;

/// A field of events whose value did not fit its column, which is NULL there.
///
/// @param field the keys in the event's JSON, joined by dots
/// @param events how many stored events that is
/// @param firstAt when the first of them was stored
/// @param lastAt when the last of them was stored
public record FieldFault(String field, long events, Instant firstAt, Instant lastAt) {}
