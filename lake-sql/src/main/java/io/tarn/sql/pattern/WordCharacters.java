package io.tarn.sql.pattern;

import java.util.ArrayList;
import java.util.regex.Pattern;

/// The characters between which and others Trino sees a word boundary. Unlike `\\w` they are not
/// only ASCII: letters, marks, digits and connectors of the Unicode version that Joni knows.
final class WordCharacters {
  /// Each range by its distance from the one before and, if it has several members, how many more,
  /// to the base of 36.
  private static final String RANGES =
      """
      1c+9 8+p 5 2+p 1c 8+1 2 4+1 2+2 2+m 2+u 2+cp 5+b f+4 8 2 i+38 2+1 3+3 9 2+2 2 2+j \
      2+2a 2+3u 2+4k a+11 3 8+12 a+18 2 2+1 2+1 2 9+q 6+2 u+a 6+21 5+2t 2+7 3+9 2+i 3 \
      h+1m 3+2s f+1h 5 6+19 j+r 1x 2+a 1k+q 2+2r 3+9 2+6 2+6 2+2 2+7 3+1 3+l 2+6 2 4+3 \
      3+8 3+1 3+3 9 5+1 2+4 3+b g+2 2+5 5+1 3+l 2+6 2+1 2+1 2+1 3 2+4 5+1 3+2 4 8+3 2 8+f \
      c+2 2+8 2+2 2+l 2+6 2+1 2+4 3+9 2+2 2+2 3 g+3 3+9 i+2 2+7 3+1 3+l 2+6 2+1 2+4 3+8 \
      3+1 3+2 9+1 5+1 2+4 3+9 2 h+1 2+5 4+2 2+3 4+1 2 2+1 4+1 4+2 4+b 5+4 4+2 2+3 3 7 f+9 \
      i+2 2+7 2+2 2+m 2+9 2+4 4+7 2+2 2+3 8+1 2+1 7+3 3+9 j+1 2+7 2+2 2+m 2+9 2+4 3+8 2+2 \
      2+3 8+1 8 2+3 3+9 2+1 g+1 2+7 2+2 2+14 3+7 2+2 2+4 9 9+3 3+9 b+5 3+1 2+h 4+n 2+8 2 \
      3+6 4 5+5 2 2+7 j+1 e+1l 6+e 2+9 14+1 2 3+1 2 3 7+3 2+6 2+2 2 2 3+1 2+c 2+2 3+4 2 \
      2+5 3+9 3+3 x o+1 7+9 c 2 2 5+9 2+z 5+j 2+h 2+z a 1m+21 7+25 3+11 2 6 3+16 2+98 2+3 \
      3+6 2 2+3 3+14 2+3 3+w 2+3 3+6 2 2+3 3+e 2+1k 2+3 3+1u 3+2 x+f h+2c d+h7 3+g 2+p \
      6+22 4+2 g+c 2+6 c+k c+j d+c 2+2 2+1 d+2b 4 5+1 3+9 y+2 3+9 7+2f 9+16 6+1x b+s 4+b \
      5+b b+13 3+4 c+17 5+p 7+9 13+r 5+1q 2+s 3+a 7+9 e 2h+23 5+9 i+8 d+37 d+1j 9+9 4+1c \
      2b+2 2+y a+6e m+7t 3+5 3+11 3+5 3+7 2 2 2 2+u 3+1g 2+6 2 4+2 2+6 4+3 3+5 5+c 6+2 \
      2+6 1v+1 k t e h+c 1g+w i 5 3+9 2 4+4 7 2 2 2+3 2+a 3+3 6+4 5 i+14 mm+1f 1ef+1a \
      2+1a 2+3o 7+8 d+11 2 6 3+1j 8 g+n a+6 2+6 2+6 2+6 2+6 2+6 2+6 2+6 2+v 1c d2+2 q+e \
      2+4 3+4 5+2d 3+1 3+2 2+2h 2+3 6+14 4+2l i+q 1i+f e9+52t 23+g5o 1g+wc 1w+19 3+7g 4+r \
      l+1e 2+9 2+o 8+2a 12+8 3+2u 3+3 2+3 d+a 26+1b p+1f d+1w c+9 7+n 4 5+19 3+z d+s 4+1s \
      f+a 13+1i a+d 3+9 7+m 4+1 5+1u p+2 3+f 3+4 b+5 3+5 3+5 a+6 2+6 42+16 2+1 3+9 7+8mb \
      d+m 5+1c 6it+a5 3+2x 13+6 d+4 6+b 2+c 2+4 2 2+1 2+1 2+2z y+a2 j+1r 3+1h 15+b 5+f \
      h+6 d+1 p+2 x+4 2+3q k+9 8+p 5 2+p c+2g 4+5 3+5 3+5 3+2 10+b 2+p 2+i 2+1 2+e 3+d \
      z+3e 1y+1g 3t 3n+s 4+1c 1c+u i+q 1i+t 3+z 5+7 2+4 17+4d 3+9 nr+5 3 2+17 2+1 4 3+m \
      4r+l b+p 1z+1j 7+1 1t+3 2+1 6+7 2+2 2+q 5+2 5 x+s 3o+1h b+l b+i 3y+20 qg+1y w+9 \
      h+1m m+o 8+9 7+1g 2+9 1t+1w c+9 x3+1j 9+9 1tj+oe 42+2q 2am+tq a8i+fs y0+1w c+1a h+g \
      cpt+1 6lg+4 4+5 9+7 3+6 v+3 45+2 cc+2c 2+1y 2+1 3 3+1 3+3 2+b 2 2+6 2+1s 2+3 3+7 \
      2+6 2+r 2+3 2+4 2 4+6 2+9f 3+o 2+o 2+u 2+o 2+u 2+o 2+u 2+o 2+u 2+o 2+7 3+1d 4ch+3 \
      2+q 2+1 2 3 2+9 2+3 2 2 7 5 2 2 2+2 2+1 2 3 2 2 2 2 2+1 2 3+3 2+6 2+3 2+3 2 2+9 2+g \
      6+2 2+4 2+g 3et+wye 16+378 c+65 cmb+f1 fhlv+6n\
      """;

  private static final Pattern BLANKS = Pattern.compile(" +");

  private static final CodePoints ALL = read();

  private WordCharacters() {}

  static CodePoints all() {
    return ALL;
  }

  private static CodePoints read() {
    var ranges = new ArrayList<CodePoints.Range>();
    int last = 0;
    for (var range : BLANKS.splitAsStream(RANGES.strip()).toList()) {
      int plus = range.indexOf('+');
      int first = last + Integer.parseInt(plus < 0 ? range : range.substring(0, plus), 36);
      last = first + (plus < 0 ? 0 : Integer.parseInt(range.substring(plus + 1), 36));
      ranges.add(new CodePoints.Range(first, last));
    }
    return new CodePoints(ranges);
  }
}
