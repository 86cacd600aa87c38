package io.tarn.catalog.provisioning;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a store holds that it would not keep with a certain retention, as ingest-service says.
///
/// @param from event time of the first; null where there is none
/// @param to event time of the last
/// @param keepsFrom the first day (UTC) that would be kept
@JsonIgnoreProperties(ignoreUnknown = true)
public record Expiring(
    long events, @Nullable Instant from, @Nullable Instant to, LocalDate keepsFrom) {}
