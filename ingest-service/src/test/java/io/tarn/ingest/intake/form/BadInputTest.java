package io.tarn.ingest.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.ingest.intake.form.Packing.Member;
import io.tarn.ingest.intake.piece.Piece;
import io.tarn.ingest.record.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is broken gives its reason and place; what came before is found, and what comes after it
/// where the form allows it.
class BadInputTest {
  private static final FileLimits STRICT = new FileLimits(4 * 1024 * 1024, 100);

  @Test
  void keepsWhatCameBeforeTheEndOfACutOffGzipFile() {
    // given
    var lines = events(1000);
    var packed = Packing.gzip(bytes(lines));

    // when
    var found = Found.in(Arrays.copyOf(packed, packed.length / 2));

    // then
    assertThat(found.refusals()).containsExactly(RejectionReason.BROKEN_ARCHIVE);
    assertThat(found.texts())
        .hasSizeGreaterThan(300)
        .isEqualTo(lines.subList(0, found.texts().size()));
    assertThat(found.broken().getFirst().detail()).contains("is cut off after");
    assertThat(Found.text(found.broken().getFirst().bytes()))
        .isNotEmpty()
        .isSubstringOf(lines.get(found.texts().size()));
  }

  @Test
  void keepsAShortCutOffFileToo() {
    // given
    var packed = Packing.gzip(bytes(events(2)));

    // when
    var found = Found.in(Arrays.copyOf(packed, packed.length - 9));

    // then
    assertThat(found.texts()).containsExactlyElementsOf(events(1));
    assertThat(found.refusals()).containsExactly(RejectionReason.BROKEN_ARCHIVE);
  }

  @Test
  void readsNoFurtherThanABrokenMemberOfAGzipFile() {
    // given
    var first = Packing.gzip(bytes(events(1, 500)));
    var broken = Packing.gzip(bytes(events(501, 1000)));
    new Random(4).ints(64, 200, 1000).forEach(at -> broken[at] ^= 0x55);
    var last = Packing.gzip(bytes(events(1001, 1500)));

    // when
    var found = Found.in(Packing.joined(first, broken, last));

    // then
    assertThat(found.texts())
        .startsWith(events(1, 500).toArray(String[]::new))
        .doesNotContainAnyElementsOf(events(1001, 1500));
    assertThat(found.refusals()).containsExactly(RejectionReason.BROKEN_ARCHIVE);
  }

  @Test
  void takesNulBytesBehindAMemberOfAGzipFileForPadding() {
    // given
    var padding = new byte[1000];

    // when
    var found =
        Found.in(
            Packing.joined(
                Packing.gzip(bytes(events(1, 3))),
                padding,
                Packing.gzip(bytes(events(4, 6))),
                padding));

    // then
    assertThat(found.texts()).isEqualTo(events(6));
    assertThat(found.broken()).isEmpty();
  }

  @Test
  void tellsAWrongChecksumAndAForeignEnd() {
    // given
    var packed = Packing.gzip(bytes(events(3)));
    var wrong = packed.clone();
    wrong[packed.length - 6] ^= 1;
    var longer = Packing.joined(packed, bytes(List.of("something else")));

    // when
    var found = List.of(Found.in(wrong), Found.in(longer));

    // then
    assertThat(found)
        .allSatisfy(
            file -> {
              assertThat(file.texts()).isEqualTo(events(3));
              assertThat(file.refusals()).containsExactly(RejectionReason.BROKEN_ARCHIVE);
            });
  }

  static Stream<Arguments> bombs() {
    var blank = bytes(events(1));
    var spaces = Packing.joined(blank, filled(40_000_000, ' '));
    var packed = Packing.gzip(Packing.gzip(spaces));
    return Stream.of(
        Arguments.of("gzip", Packing.gzip(spaces)),
        Arguments.of("gzip in gzip", packed),
        Arguments.of("zstd", Packing.zstd(spaces)),
        Arguments.of("zip", Packing.zip(List.of(new Member("a", spaces), new Member("b", blank)))),
        Arguments.of(
            "zip with metadata",
            Packing.zip(List.of(new Member("a", blank), new Member("__MACOSX/a", spaces)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bombs")
  void readsABombNoFurtherThanTheLimit(String name, byte[] bomb) {
    // when
    var found = Found.in(new ByteArrayInputStream(bomb), STRICT);

    // then
    assertThat(found.texts()).isEqualTo(events(1));
    assertThat(found.refusals()).containsExactly(RejectionReason.EXPANDS_TOO_MUCH);
    assertThat(found.broken().getFirst().detail()).startsWith("unpacks to more than 100 times");
    assertThat(found.broken().getFirst().location().byteOffset()).isLessThan(9_000_000);
  }

  @Test
  void takesAFileThatExpandsLessThanTheLimit() {
    // given
    var spaces = Packing.joined(filled(20_000_000, ' '), bytes(events(1)));

    // when
    var found =
        Found.in(
            new ByteArrayInputStream(Packing.gzip(spaces)), new FileLimits(4 * 1024 * 1024, 2000));

    // then
    assertThat(found.texts()).isEqualTo(events(1));
    assertThat(found.broken()).isEmpty();
  }

  @Test
  void readsNoFurtherThanABrokenMemberOfAZipFile() {
    // given
    var zip =
        Packing.zip(
            List.of(
                new Member("a.json", bytes(events(1, 200))),
                new Member("b.json", bytes(events(201, 400))),
                new Member("c.json.gz", Packing.gzip(bytes(events(401, 600))))));
    int second = indexOf(zip, "b.json");
    new Random(5).ints(40, second + 60, second + 400).forEach(at -> zip[at] ^= 0x33);

    // when
    var found = Found.in(zip);

    // then
    assertThat(found.texts())
        .startsWith(events(1, 200).toArray(String[]::new))
        .doesNotContainAnyElementsOf(events(401, 600));
    assertThat(found.refusals()).containsExactly(RejectionReason.BROKEN_ARCHIVE);
    assertThat(found.broken().getFirst().location().inside()).isEqualTo("b.json");
  }

  @Test
  void tellsAWrongChecksumInAZipFile() {
    // given
    var zip = Packing.zipStored(List.of(new Member("a.json", bytes(events(3)))));
    zip[indexOf(zip, "00000002")] = '9';

    // when
    var found = Found.in(zip);

    // then
    assertThat(found.texts()).hasSize(3);
    assertThat(found.refusals()).containsExactly(RejectionReason.BROKEN_ARCHIVE);
    assertThat(found.broken().getFirst().detail()).contains("checksum");
  }

  @Test
  void tellsAZipFileThatIsCutOff() {
    // given
    var zip =
        Packing.zipStored(
            List.of(
                new Member("a.json", bytes(events(1, 20))),
                new Member("b/", new byte[0]),
                new Member("b/c.json", bytes(events(21, 40)))));

    // when
    var between = Found.in(Arrays.copyOf(zip, indexOf(zip, "b/") - 30));
    var within = Found.in(Arrays.copyOf(zip, indexOf(zip, "b/c.json") + 99));

    // then
    assertThat(between.texts()).isEqualTo(events(20));
    assertThat(between.refusals()).containsExactly(RejectionReason.BROKEN_ARCHIVE);
    assertThat(within.texts()).isEqualTo(events(21));
    assertThat(within.refusals()).containsExactly(RejectionReason.BROKEN_ARCHIVE);
    assertThat(within.broken().getFirst().location().inside()).isEqualTo("b/c.json");
  }

  @Test
  void handsOverWhatCameBeforeTheConnectionBroke() {
    // given
    var lines = events(100);
    var pieces = new ArrayList<Piece>();
    var sent = Arrays.copyOf(bytes(lines), bytes(lines).length / 2);

    // when
    assertThatThrownBy(() -> new EventFile(STRICT).read(cut(sent), pieces::add))
        .isInstanceOf(IOException.class)
        .hasMessage("connection reset");

    // then
    var found = new Found(pieces);
    assertThat(found.texts()).isEqualTo(lines.subList(0, found.texts().size())).hasSize(50);
    assertThat(found.refusals()).containsExactly(RejectionReason.CONNECTION_CUT);
  }

  @Test
  void handsOverWhatCameInPackedFormBeforeTheConnectionBroke() {
    // given
    var lines = events(1000);
    var packed = Packing.gzip(bytes(lines));
    var pieces = new ArrayList<Piece>();

    // when
    assertThatThrownBy(
            () ->
                new EventFile(STRICT)
                    .read(cut(Arrays.copyOf(packed, packed.length / 2)), pieces::add))
        .isInstanceOf(IOException.class);

    // then
    var found = new Found(pieces);
    assertThat(found.texts())
        .hasSizeGreaterThan(300)
        .isEqualTo(lines.subList(0, found.texts().size()));
    assertThat(found.refusals()).containsExactly(RejectionReason.CONNECTION_CUT);
  }

  @Test
  void givesBrokenUtf8AsItCameAndGoesOn() {
    // given
    var broken = bytes(List.of("{\"eventID\":\"x\",\"a\":\"??\"}"));
    broken[indexOf(broken, "??")] = (byte) 0xC3;
    broken[indexOf(broken, "?")] = (byte) 0x28;

    // when
    var found = Found.in(Packing.joined(bytes(events(1)), broken, bytes(events(1))));

    // then
    assertThat(found.pieces()).hasSize(3);
    assertThat(((Piece.Candidate) found.pieces().get(1)).bytes())
        .isEqualTo(Arrays.copyOf(broken, broken.length - 1));
  }

  static Stream<Arguments> otherForms() {
    return Stream.of(
        Arguments.of(
            "UTF-16", ("\uFEFF" + events(1).getFirst()).getBytes(StandardCharsets.UTF_16LE)),
        Arguments.of("Parquet", bytes(List.of("PAR1 and more"))),
        Arguments.of("bzip2", bytes(List.of("BZh91AY"))),
        Arguments.of("binary", random(100_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherForms")
  void namesAFormThatItDoesNotKnowOnce(String name, byte[] file) {
    // when
    var found =
        Found.in(Packing.zip(List.of(new Member("x", file), new Member("y", bytes(events(1))))));

    // then
    assertThat(found.refusals()).containsExactly(RejectionReason.UNKNOWN_FORM);
    assertThat(found.broken().getFirst().detail()).contains(name);
    assertThat(found.texts()).isEqualTo(events(1));
  }

  @Test
  void goesOnWithTheLineBehindAnEventThatNeverEnds() {
    // given
    var unclosed = "{\"eventVersion\":\"1.08\",\"a\":[";

    // when
    var found = Found.in(unclosed.repeat(500) + "\n" + events(1).getFirst());

    // then
    assertThat(found.texts()).isEqualTo(events(1));
    assertThat(found.refusals()).containsExactly(RejectionReason.NOT_JSON);
    assertThat(Found.text(found.broken().getFirst().bytes())).isEqualTo(unclosed.repeat(500));
  }

  @Test
  void readsNoFileMuchMoreOftenThanOnce() {
    // given: lines that never end, each of which could go on to the end of the file
    var lines = "{\"a\":[\n".repeat(100_000);

    // when
    var found = Found.in(lines + events(1).getFirst());

    // then
    assertThat(found.texts()).isEqualTo(events(1));
    assertThat(found.broken()).hasSize(100_000);
  }

  @Test
  void rejectsTheRestOfAListBehindItsFirstBrokenEvent() {
    // given
    var list = "{\"Records\":[\n" + String.join(",\n", events(300_000)) + "\n]}";
    int broken = list.indexOf(events(200_000, 200_000).getFirst()) + 20;
    var damaged = list.substring(0, broken) + "\u0001" + list.substring(broken + 1);

    // when
    var found = Found.in(damaged);

    // then
    assertThat(found.texts()).isEqualTo(events(199_999));
    assertThat(found.refusals()).containsExactly(RejectionReason.BROKEN_FRAME);
    assertThat(found.broken().getFirst().detail()).isEqualTo("not valid JSON at byte " + broken);
    assertThat(found.broken().getFirst().bytes()).hasSize(4 * 1024 * 1024);
  }

  @Test
  void keepsTheBeginningOfABrokenEventThatIsTooLong() {
    // given
    var broken = "{\"a\":\"" + "x".repeat(20_000_000) + "\",\"b\":nothing}";

    // when
    var inAList = Found.in("[" + events(1).getFirst() + "," + broken + "]");
    var inALine = Found.in(String.join("\n", events(1).getFirst(), broken, events(1).getFirst()));

    // then
    assertThat(inAList.texts()).isEqualTo(events(1));
    assertThat(inALine.texts()).hasSize(2);
    for (var found : List.of(inAList, inALine)) {
      assertThat(found.broken()).hasSize(1);
      assertThat(Found.text(found.broken().getFirst().bytes()))
          .isEqualTo(broken.substring(0, 4 * 1024 * 1024));
    }
  }

  @Test
  void takesAnObjectThatIsNoFrameAndTooLongForOneEvent() {
    // given
    var object = "{\"hits\":[" + String.join(",", events(200_000)) + "]}";

    // when
    var found = Found.in(object + "\n" + events(1).getFirst());

    // then
    assertThat(found.texts()).isEqualTo(events(1));
    assertThat(found.refusals()).containsExactly(RejectionReason.TOO_LARGE);
  }

  @Test
  void rejectsWhatIsNestedDeeperThanAnyEventAndGoesOn() {
    // given
    var deep = "{\"eventID\":\"1\",\"a\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
    var deeper = "{\"eventID\":\"2\",\"a\":" + "[".repeat(500_000) + "]".repeat(500_000) + "}";

    // when
    var found = Found.in(deep + "\n" + deeper + "\n" + events(1).getFirst());

    // then
    assertThat(found.texts()).containsExactly(deep, events(1).getFirst());
    assertThat(found.broken().getFirst().detail()).startsWith("nested too deep");
  }

  @Test
  void packsNoMoreOftenThanAnybodyDoes() {
    // given
    var packed = bytes(events(1));
    for (int i = 0; i < 20; i++) {
      packed = Packing.gzip(packed);
    }

    // when
    var found = Found.in(packed);

    // then
    assertThat(found.refusals()).containsExactly(RejectionReason.UNKNOWN_FORM);
    assertThat(found.broken().getFirst().detail()).isEqualTo("packed too many times");
  }

  private static InputStream cut(byte[] sent) {
    return new SequenceInputStream(
        new ByteArrayInputStream(sent),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            throw new IOException("connection reset");
          }
        });
  }

  private static List<String> events(int count) {
    return events(1, count);
  }

  private static List<String> events(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(
            id ->
                "{\"eventVersion\":\"1.08\",\"eventID\":\"%08d-%x\"}"
                    .formatted(id, new Random(id).nextLong()))
        .toList();
  }

  private static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] filled(int length, int with) {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) with);
    return bytes;
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new Random(6).nextBytes(bytes);
    return bytes;
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
