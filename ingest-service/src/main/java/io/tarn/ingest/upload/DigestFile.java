package io.tarn.ingest.upload;

import java.time.Instant;

/// A digest file of a trail, which proves log files and holds no events.
///
/// @param objectKey the name of the file that it came as
/// @param bytes the whole file, unpacked
@SuppressWarnings("ArrayRecordComponent") // written out, never compared
public record DigestFile(String objectKey, byte[] bytes, Instant receivedAt) {}
