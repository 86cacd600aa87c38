package io.tarn.ingest.intake.form;

import static io.tarn.ingest.intake.form.EventLines.bytes;
import static io.tarn.ingest.intake.form.EventLines.events;
import static io.tarn.ingest.intake.form.EventLines.indexOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.ingest.intake.form.Packing.Member;
import io.tarn.ingest.record.RejectionReason;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Archives that are damaged, cut off, too deep or expand too far: what came before the fault is
/// read, and the rest is one rejected record with its reason.
class BadArchiveTest {
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
    assertThat(found.broken().getFirst().detail())
        .contains("is cut off at byte " + packed.length / 2);
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

  private static byte[] filled(int length, int with) {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) with);
    return bytes;
  }
}
