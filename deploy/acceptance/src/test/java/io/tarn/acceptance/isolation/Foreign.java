package io.tarn.acceptance.isolation;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// A value of another tenant, with an unknown value of the same format.
record Foreign(String kind, String value, String unknown) {
  private static final String LETTERS = "abcdefghjkmnpqrstvwxyz";

  static Foreign of(String kind, String value) {
    return new Foreign(kind, value, twin(value));
  }

  private static String twin(String value) {
    try {
      return UUID.fromString(value).toString().equals(value)
          ? UUID.randomUUID().toString()
          : letters(value);
    } catch (IllegalArgumentException noUuid) {
      return letters(value);
    }
  }

  /// Replaces letters by letters of the same case, and digits; other characters stay.
  private static String letters(String value) {
    var twin = new StringBuilder();
    value.chars().forEach(character -> twin.append(other((char) character)));
    return twin.toString();
  }

  private static char other(char character) {
    var random = ThreadLocalRandom.current();
    if (Character.isDigit(character)) {
      return (char) ('1' + random.nextInt(9));
    }
    if (!Character.isLetter(character)) {
      return character;
    }
    char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
    return Character.isUpperCase(character) ? Character.toUpperCase(letter) : letter;
  }

  /// An ARN keeps its form and its account; only the id at its end is another.
  static Foreign arn(String kind, String value) {
    var slash = value.lastIndexOf('/') + 1;
    return new Foreign(kind, value, value.substring(0, slash) + twin(value.substring(slash)));
  }

  @Override
  public String toString() {
    return kind;
  }
}
