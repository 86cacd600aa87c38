package io.tarn.common.schema;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the key order of a map that jsonb sorts in its own way (by length in bytes, then by
/// bytes).
///
/// Entry i of the permutation is the index, in jsonb's order, of the event's i-th key. An entry is
/// one byte, or two (high byte first) when there are more than 255 keys. No permutation is kept
/// when both orders agree.
///
/// ```
/// event: {"bucketName":..., "acl":...}   jsonb: acl, bucketName   permutation: 01 00
/// ```
public final class MapOrder {
  /// Maps with more keys lose their order: two bytes cannot number them.
  public static final int MAX_KEYS = 65_536;

  private static final int MAX_NARROW_KEYS = 255;

  private static final Comparator<byte[]> JSONB_ORDER =
      Comparator.<byte[]>comparingInt(key -> key.length).thenComparing(Arrays::compareUnsigned);

  private MapOrder() {}

  /// The permutation of these distinct keys, which are in the event's order and spelled as stored;
  /// null when none is needed.
  public static byte @Nullable [] encode(List<String> keys) {
    if (new HashSet<>(keys).size() != keys.size()) {
      throw new IllegalArgumentException("the keys of a map are distinct");
    }
    var sorted = new ArrayList<>(keys);
    sorted.sort(Comparator.comparing(MapOrder::bytes, JSONB_ORDER));
    if (sorted.equals(keys) || keys.size() > MAX_KEYS) {
      return null;
    }
    var indexes = new HashMap<String, Integer>();
    sorted.forEach(key -> indexes.put(key, indexes.size()));
    return write(keys.stream().mapToInt(indexes::get).toArray());
  }

  /// Brings entries from jsonb's order into the event's. A permutation that does not fit the
  /// entries is ignored.
  public static <T> List<T> restore(List<T> inJsonbOrder, byte @Nullable [] permutation) {
    if (permutation == null) {
      return inJsonbOrder;
    }
    var width = width(inJsonbOrder.size());
    if (permutation.length != width * inJsonbOrder.size()) {
      return inJsonbOrder;
    }
    var restored = new ArrayList<T>(inJsonbOrder.size());
    for (int at = 0; at < permutation.length; at += width) {
      restored.add(inJsonbOrder.get(read(permutation, at, width)));
    }
    return restored;
  }

  private static byte[] write(int[] permutation) {
    var width = width(permutation.length);
    var buffer = ByteBuffer.allocate(width * permutation.length);
    for (int index : permutation) {
      if (width == 1) {
        buffer.put((byte) index);
      } else {
        buffer.putShort((short) index);
      }
    }
    return buffer.array();
  }

  private static int read(byte[] permutation, int at, int width) {
    var first = Byte.toUnsignedInt(permutation[at]);
    return width == 1 ? first : first << 8 | Byte.toUnsignedInt(permutation[at + 1]);
  }

  private static int width(int keys) {
    return keys > MAX_NARROW_KEYS ? 2 : 1;
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }
}
