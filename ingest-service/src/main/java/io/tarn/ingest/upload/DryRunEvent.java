package io.tarn.ingest.upload;

/// An event of a dry run, as it is compared.
///
/// @param epochMillis the event time
/// @param digest of its content
@SuppressWarnings("ArrayRecordComponent") // written out, never compared
public record DryRunEvent(String id, long epochMillis, byte[] digest) {}
