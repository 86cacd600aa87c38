package io.tarn.ingest.intake.unpack;

import io.tarn.ingest.record.RejectionReason;

/// How much longer than what was sent the unpacked bytes of one file are, counted for each layer of
/// packing over all that stands in it. Not thread-safe.
public final class Expansion {
  /// Archives may stand in each other as often as that.
  static final int LAYERS = 12;

  /// So much does no harm, however small the file was.
  private static final long HARMLESS = 8L * 1024 * 1024;

  private final SentBody sent;
  private final int maxTimes;
  private final long[] unpacked = new long[LAYERS];

  public Expansion(SentBody sent, int maxTimes) {
    this.sent = sent;
    this.maxTimes = maxTimes;
  }

  /// Counts bytes that came out of a layer.
  void add(int layer, int bytes) throws BrokenStreamException {
    unpacked[layer] += bytes;
    if (unpacked[layer] > Math.max(HARMLESS, maxTimes * sent.count())) {
      throw new BrokenStreamException(
          RejectionReason.EXPANDS_TOO_MUCH,
          "unpacks to more than %d times the %d bytes sent so far"
              .formatted(maxTimes, sent.count()));
    }
  }
}
