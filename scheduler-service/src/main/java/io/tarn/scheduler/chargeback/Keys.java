package io.tarn.scheduler.chargeback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Lists of texts as keys.
final class Keys {
  private static final int ID_LENGTH = 24;

  private Keys() {}

  static List<String> of(Dimensions dimensions) {
    return List.of(
        dimensions.principalArn(),
        dimensions.role(),
        dimensions.sessionName(),
        dimensions.account(),
        dimensions.function());
  }

  /// The order of two lists, by their first texts that differ.
  static int compare(List<String> one, List<String> other) {
    for (int index = 0; index < Math.min(one.size(), other.size()); index++) {
      int order = one.get(index).compareTo(other.get(index));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  /// An id that is the same for the same texts, and for no others.
  static String id(List<String> texts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var text : texts) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException("every Java has SHA-256", failure);
    }
  }
}
