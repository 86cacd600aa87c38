package io.tarn.query.result;

/// What an execution's row keeps of its result, so that nothing else is ever taken for it.
///
/// @param bytes of all chunks, compressed
/// @param manifestSha256 of the manifest's bytes, in hexadecimal digits
public record StoredResult(long rows, long bytes, String manifestSha256) {}
