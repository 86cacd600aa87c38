package io.tarn.ingest.intake.form;

import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.ingest.intake.piece.SourceLocation;
import java.util.Arrays;
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
              assertThat(found.locations())
                  .as("seed %d", seed)
                  .isSortedAccordingTo(comparingLong(SourceLocation::byteOffset));
            });
  }

  @Test
  void findsEveryEventBeforeADamagedByte() {
    LongStream.range(0, FILES)
        .forEach(
            seed -> {
              // given
              var whole = RandomFile.whole(seed);
              var scratched = RandomFile.scratched(seed);
              int damage = Arrays.mismatch(whole.bytes(), scratched.bytes());
              long before =
                  Found.in(whole.bytes()).locations().stream()
                      .skip(1)
                      .filter(next -> next.byteOffset() <= damage)
                      .count();

              // when
              var found = Found.in(scratched.bytes());

              // then
              assertThat(found.texts().stream().limit(before))
                  .as("seed %d", seed)
                  .isEqualTo(whole.events().stream().limit(before).toList());
            });
  }
}
