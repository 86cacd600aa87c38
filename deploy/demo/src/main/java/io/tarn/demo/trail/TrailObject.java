package io.tarn.demo.trail;

import java.util.Map;

/// A file as it stands in a bucket.
///
/// @param key its key, below the prefix
/// @param metadata values of the `x-amz-meta-` headers
/// @param events how many events are in it; none in a digest
@SuppressWarnings("ArrayRecordComponent") // handed on once, and never compared
public record TrailObject(String key, byte[] bytes, Map<String, String> metadata, int events) {
  public TrailObject {
    metadata = Map.copyOf(metadata);
  }
}
