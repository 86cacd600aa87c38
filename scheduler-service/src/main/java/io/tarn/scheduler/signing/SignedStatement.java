package io.tarn.scheduler.signing;

/// A statement that is signed.
///
/// @param file the bytes of `result_statement.dsse.json`
/// @param payloadSha256 lower-case hex of the SHA-256 of the payload: by this the next statement of
///     the same schedule names this one
@SuppressWarnings("ArrayRecordComponent") // handed on once, and never compared
public record SignedStatement(byte[] file, String payloadSha256) {}
