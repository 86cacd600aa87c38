package io.tarn.scheduler.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.scheduler.run.Findings.Changes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The rows of a result, each as 16 bytes of its SHA-256, so that two results can be compared
/// without keeping either. Their order does not count.
final class RowDigests {
  private static final int SIZE = 16;

  private final List<Digest> digests = new ArrayList<>();
  private final MessageDigest sha256;

  private record Digest(long high, long low) implements Comparable<Digest> {
    private static final Comparator<Digest> ORDER =
        Comparator.comparingLong(Digest::high).thenComparingLong(Digest::low);

    @Override
    public int compareTo(Digest other) {
      return ORDER.compare(this, other);
    }
  }

  RowDigests() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  void add(JsonNode row) {
    var bytes = ByteBuffer.wrap(sha256.digest(row.toString().getBytes(UTF_8)));
    digests.add(new Digest(bytes.getLong(), bytes.getLong()));
  }

  /// All of them, sorted.
  byte[] toBytes() {
    var bytes = ByteBuffer.allocate(digests.size() * SIZE);
    digests.stream().sorted().forEach(digest -> bytes.putLong(digest.high()).putLong(digest.low()));
    return bytes.array();
  }

  /// What one result has more than another, and what it lacks.
  ///
  /// @param before as [#toBytes] gave them, like `after`
  static Changes between(byte[] before, byte[] after) {
    var old = ByteBuffer.wrap(before);
    var fresh = ByteBuffer.wrap(after);
    long added = 0;
    long removed = 0;
    while (old.hasRemaining() && fresh.hasRemaining()) {
      var order = next(old).compareTo(next(fresh));
      if (order <= 0) {
        skip(old);
      }
      if (order >= 0) {
        skip(fresh);
      }
      removed += order < 0 ? 1 : 0;
      added += order > 0 ? 1 : 0;
    }
    return new Changes(added + fresh.remaining() / SIZE, removed + old.remaining() / SIZE);
  }

  private static Digest next(ByteBuffer digests) {
    var at = digests.position();
    return new Digest(digests.getLong(at), digests.getLong(at + Long.BYTES));
  }

  private static void skip(ByteBuffer digests) {
    digests.position(digests.position() + SIZE);
  }
}
