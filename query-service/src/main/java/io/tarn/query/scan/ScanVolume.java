package io.tarn.query.scan;

/// What a statement scans.
///
/// @param events all events of its stores on the days (in UTC) of its time range
/// @param bytes the octets of their original texts in UTF-8, together
/// @param position the position in the stores up to which it sees all events; see ADR 6
public record ScanVolume(long events, long bytes, long position) {}
