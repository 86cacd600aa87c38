package io.tarn.ingest.intake.form;

import static io.tarn.ingest.intake.form.EventLines.bytes;
import static io.tarn.ingest.intake.form.EventLines.events;
import static io.tarn.ingest.intake.form.EventLines.indexOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.ingest.intake.form.Packing.Member;
import io.tarn.ingest.intake.piece.Piece;
import io.tarn.ingest.record.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Broken texts, texts that are no events, and connections that end early: a rejected record has
/// its reason and location; events before it are found, and those behind it where the form allows
/// it.
class BadInputTest {
  private static final FileLimits STRICT = new FileLimits(4 * 1024 * 1024, 100);

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

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new Random(6).nextBytes(bytes);
    return bytes;
  }
}
