package io.tarn.scheduler.data;

/// A pattern for a whole text: `*` stands for any number of characters, `?` for one. Case matters.
public final class WildcardPattern {
  private static final char ESCAPE = '!';

  private final String text;
  private final int[] characters;

  public WildcardPattern(String text) {
    this.text = text;
    this.characters = text.codePoints().toArray();
  }

  /// Whether the whole value matches. It takes at most as many steps as there are pairs of
  /// characters.
  public boolean matches(String value) {
    var tested = value.codePoints().toArray();
    int at = 0;
    int place = 0;
    int star = -1;
    int retry = 0;
    while (place < tested.length) {
      if (at < characters.length && characters[at] == '*') {
        star = at++;
        retry = place;
      } else if (at < characters.length
          && (characters[at] == '?' || characters[at] == tested[place])) {
        at++;
        place++;
      } else if (star >= 0) {
        at = star + 1;
        place = ++retry;
      } else {
        return false;
      }
    }
    while (at < characters.length && characters[at] == '*') {
      at++;
    }
    return at == characters.length;
  }

  /// The right side of `LIKE` in Lake SQL, which finds the same.
  public String like() {
    var like = new StringBuilder("'");
    text.chars().forEach(character -> appendLike(like, (char) character));
    return like.append("' ESCAPE '").append(ESCAPE).append('\'').toString();
  }

  private static void appendLike(StringBuilder like, char character) {
    switch (character) {
      case '*' -> like.append('%');
      case '?' -> like.append('_');
      case '%', '_', ESCAPE -> like.append(ESCAPE).append(character);
      case '\'' -> like.append("''");
      default -> like.append(character);
    }
  }
}
