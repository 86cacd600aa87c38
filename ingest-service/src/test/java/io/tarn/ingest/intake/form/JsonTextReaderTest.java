package io.tarn.ingest.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.ingest.intake.piece.Piece;
import io.tarn.ingest.intake.piece.SourceLocation;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTextReaderTest {
  private static final int LIMIT = 200;
  private static final String ONE = "{\"eventID\":\"1\",\"a\":{\"b\":[1,\"]}\\\"\"]}}";
  private static final String TWO = "{ \"eventID\" : \"2\", \"Records\": [ {} ], \"ü\":\"{[\" }";
  private static final String NESTED = "{\"eventID\":\"3\",\"x\":{\"Records\":[{}]}}";

  static Stream<Arguments> frames() {
    return Stream.of(
        Arguments.of("ndjson", ONE + "\n" + NESTED + "\n", List.of(ONE, NESTED)),
        Arguments.of("no line end at the end", ONE + "\n" + NESTED, List.of(ONE, NESTED)),
        Arguments.of("windows lines", ONE + "\r\n\r\n" + NESTED + "\r\n", List.of(ONE, NESTED)),
        Arguments.of("byte order mark", "\uFEFF" + ONE, List.of(ONE)),
        Arguments.of("one line", ONE + NESTED, List.of(ONE, NESTED)),
        Arguments.of("array", "[" + ONE + "," + TWO + "]", List.of(ONE, TWO)),
        Arguments.of("pretty array", "[\n " + ONE + ",\n " + TWO + "\n]\n", List.of(ONE, TWO)),
        Arguments.of("empty", "", List.of()),
        Arguments.of("empty array", " [ ] ", List.of()),
        Arguments.of("trail", "{\"Records\":[" + ONE + "," + TWO + "]}", List.of(ONE, TWO)),
        Arguments.of("empty trail", "{\"Records\":[]}", List.of()),
        Arguments.of(
            "pretty trail",
            "{\n  \"Records\" : [\n" + ONE + "\n,\n" + TWO + "\n ]\n}\n",
            List.of(ONE, TWO)),
        Arguments.of(
            "trail with more keys",
            "{\"v\":{\"Records\":[1]},\"Records\":[" + ONE + "],\"w\":\"]}\",\"z\":[{}]}" + NESTED,
            List.of(ONE, NESTED)),
        Arguments.of("pretty event", "{\n\"eventID\":\n\"4\"}", List.of("{\n\"eventID\":\n\"4\"}")),
        Arguments.of(
            "broken line",
            "{\"eventID\":\"x\n" + ONE + "\nword\n{\n" + NESTED,
            List.of(ONE, "word", NESTED)),
        Arguments.of(
            "broken event in a list",
            "[{\"a\":[1}," + ONE + ",{\"b\":{,nul,\"s,]\"," + NESTED + "]",
            List.of()),
        Arguments.of("event before a broken one", "[" + ONE + ",{\"a\":[1}," + TWO, List.of(ONE)),
        Arguments.of("words in a list", "[1,\"a,b\",null]", List.of("1", "\"a,b\"", "null")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("frames")
  void findsTheSamePiecesWhereverChunksEnd(String name, String text, List<String> expected) {
    // given
    var bytes = text.getBytes(StandardCharsets.UTF_8);

    // when
    var found =
        IntStream.rangeClosed(1, Math.max(1, bytes.length))
            .mapToObj(size -> texts(split(new Chunks(bytes, () -> size))))
            .distinct()
            .toList();

    // then
    assertThat(found).containsExactly(expected);
  }

  @Test
  void tellsWhereAnEventStands() {
    // given
    var text = "{\"Records\":[\n{\"ü\":1},\n  {\"b\":2}]}";

    // when
    var pieces = split(text);

    // then
    assertThat(pieces)
        .extracting(Piece::location)
        .containsExactly(new SourceLocation(1, 13, 2), new SourceLocation(2, 25, 3));
  }

  @Test
  void passesOverWhatIsTooLongAndGoesOn() {
    // given
    var longOne = "{\"a\":\"" + "x".repeat(300_000) + "\"}";

    // when
    var pieces = split("[" + longOne + "," + ONE + "]");

    // then
    assertThat(new Found(pieces.subList(0, 1)).lines())
        .containsExactly("1:1 too-large " + longOne.substring(0, LIMIT));
    assertThat(((Piece.Broken) pieces.getFirst()).detail()).isEqualTo(longOne.length() + " bytes");
    assertThat(texts(pieces)).containsExactly(ONE);
  }

  @Test
  void takesAnEventOfExactlyTheLimit() {
    // given
    var frame = "{\"a\":\"\"}";
    var exact = "{\"a\":\"" + "x".repeat(LIMIT - frame.length()) + "\"}";
    var over = "{\"a\":\"" + "x".repeat(LIMIT - frame.length() + 1) + "\"}";

    // when
    var pieces = split(exact + "\n" + over);

    // then
    assertThat(texts(pieces)).containsExactly(exact);
    assertThat(pieces.getLast()).isInstanceOf(Piece.Broken.class);
  }

  static Stream<Arguments> brokenFrames() {
    return Stream.of(
        Arguments.of("[" + ONE + ",", 1, new SourceLocation(1, ONE.length() + 2, 1)),
        Arguments.of("[" + ONE + ",{\"a\":", 1, new SourceLocation(2, ONE.length() + 2, 1)),
        Arguments.of("{\"Records\":[" + ONE + "]", 1, new SourceLocation(1, ONE.length() + 13, 1)),
        Arguments.of(ONE + "\n{\"a\":", 1, new SourceLocation(2, ONE.length() + 1, 2)));
  }

  @ParameterizedTest
  @MethodSource("brokenFrames")
  void reportsABrokenFrameWithItsPlace(String text, int events, SourceLocation place) {
    // when
    var pieces = split(text);

    // then
    assertThat(texts(pieces)).hasSize(events);
    assertThat(pieces.getLast()).isInstanceOf(Piece.Broken.class);
    assertThat(pieces.getLast().location()).isEqualTo(place);
  }

  private static List<Piece> split(String text) {
    return split(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Piece> split(InputStream in) {
    return Found.in(in, new FileLimits(LIMIT, 500)).pieces();
  }

  private static List<String> texts(List<Piece> pieces) {
    return pieces.stream()
        .filter(Piece.Candidate.class::isInstance)
        .map(Piece.Candidate.class::cast)
        .map(candidate -> new String(candidate.bytes(), StandardCharsets.UTF_8))
        .toList();
  }
}
