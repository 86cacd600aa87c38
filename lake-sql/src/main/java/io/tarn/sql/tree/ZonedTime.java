package io.tarn.sql.tree;

import java.time.LocalDateTime;

/// A constant of `timestamp with time zone`.
///
/// @param instant in UTC
/// @param zone as Trino prints it: `UTC`, `+02:00`, `Europe/Zurich`
public record ZonedTime(LocalDateTime instant, String zone) {}
