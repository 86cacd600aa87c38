package io.tarn.ingest.canonical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.erdtman.jcs.NumberToJSON;

/// Numbers in the form of RFC 8785 §3.2.2.3.
final class CanonicalNumber {
  /// Every whole number of so many digits is an exact double.
  private static final int SAFE_DIGITS = 15;

  /// No double needs more; a longer token is not worth an exact comparison.
  private static final int MAX_LENGTH = 400;

  private CanonicalNumber() {}

  /// Whether the token is its own canonical form at first sight.
  static boolean isPlainWhole(String token) {
    if (token.length() > SAFE_DIGITS) {
      return false;
    }
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) < '0' || token.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /// A finite double as ECMAScript writes it.
  static String of(double value) {
    try {
      return NumberToJSON.serializeNumber(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether two texts are the same number.
  static boolean isSame(String token, String text) {
    if (token.length() > MAX_LENGTH) {
      return false;
    }
    try {
      return new BigDecimal(token).compareTo(new BigDecimal(text)) == 0;
    } catch (NumberFormatException e) {
      return false; // an exponent that no decimal can hold
    }
  }
}
