package io.tarn.ingest.intake.form;

import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.ingest.intake.piece.Position;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What holds for every file. A failure names the seed of its file.
class RandomFilesTest {
  private static final int FILES = 2000;

  @Test
  void findsEveryEventOfAWholeFileToTheByte() {
    LongStream.range(0, FILES)
        .forEach(
            seed -> {
              // given
              var file = RandomFile.whole(seed);

              // when
              var found = Found.in(file.bytes());

              // then
              assertThat(found.texts()).as("seed %d", seed).isEqualTo(file.events());
              assertThat(found.broken()).as("seed %d", seed).isEmpty();
            });
  }

  @Test
  void findsTheSamePiecesWhereverTheStreamIsCut() {
    LongStream.range(0, FILES)
        .forEach(
            seed -> {
              // given
              var file = RandomFile.damaged(seed);
              var sizes = new Random(seed);

              // when
              var inPieces = Found.in(new Chunks(file.bytes(), () -> 1 + sizes.nextInt(20)));

              // then
              assertThat(inPieces.lines())
                  .as("seed %d", seed)
                  .isEqualTo(Found.in(file.bytes()).lines());
            });
  }

  @Test
  void tellsPlacesInTheirOrder() {
    LongStream.range(0, FILES)
        .forEach(
            seed -> {
              // given
              var file = RandomFile.damaged(seed);

              // when
              var found = Found.in(file.bytes());

              // then
              assertThat(found.positions())
                  .as("seed %d", seed)
                  .isSortedAccordingTo(comparingLong(Position::byteOffset));
            });
  }

  /// One byte too many or too few breaks one event. What else is lost with it is what can no longer
  /// be told from it.
  @Test
  void findsAlmostAllOtherEventsBesideADamagedOne() {
    // given
    var files = LongStream.range(0, FILES).mapToObj(RandomFile::scratched).toList();

    // when
    long lost = files.stream().mapToLong(RandomFilesTest::lost).sum();

    // then
    assertThat(lost).isLessThan(FILES + FILES / 20);
  }

  private static long lost(RandomFile file) {
    var texts = Found.in(file.bytes()).texts();
    return file.events().stream().filter(event -> !texts.contains(event)).count();
  }
}
