package io.tarn.ingest.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.ingest.api.Corpus;
import io.tarn.ingest.intake.piece.Piece;
import io.tarn.ingest.record.RejectionReason;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files as people met them in public, read where they are; skipped where there are none.
class PublicCasesTest {
  private static final String MEMBERS = "08-gzip-members";
  private static final String NAMES = "19-names-without-ending";
  private static final String RESULTS = "30-lake-results";

  @ParameterizedTest
  @CsvSource({
    "lines-in-members, 2",
    "one-object-cut-in-two-members, 2",
    "two-records-objects, 3",
    "garbage-after-member, 1",
    "cut-short, 36"
  })
  void takesTheWholeEventsOfAllMembers(String name, int events) {
    assertThat(found(MEMBERS, name + ".json.gz").texts()).hasSize(events);
  }

  @Test
  void namesTheByteAtWhichAFileIsDamaged() {
    // given
    var cut = file(MEMBERS, "cut-short.json.gz");
    var garbage = file(MEMBERS, "garbage-after-member.json.gz");
    int length = Corpus.bytes(cut).length;
    int end = Corpus.bytes(garbage).length - "GARBAGE AFTER THE END".length();

    // then
    assertThat(broken(cut).reason()).isEqualTo(RejectionReason.BROKEN_ARCHIVE);
    assertThat(broken(cut).detail()).contains("cut off at byte " + length);
    assertThat(broken(garbage).reason()).isEqualTo(RejectionReason.BROKEN_ARCHIVE);
    assertThat(broken(garbage).detail()).contains("begin at byte " + end);
  }

  @Test
  void readsFilesUnderAnyName() {
    // given
    var files = Corpus.orSkip().caseFiles(NAMES);

    // then
    assertThat(files)
        .hasSize(8)
        .allSatisfy(
            file -> {
              assertThat(Found.in(Corpus.bytes(file)).texts()).hasSize(1);
              assertThat(Found.in(Corpus.bytes(file)).broken()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "result_1.csv.gz, 2",
    "result_statement_of_two_lines.csv.gz, 1",
    "plain-from-console.csv, 1",
    "get-query-results.json, 2"
  })
  void takesTheEventsOfResults(String name, int events) {
    var found = found(RESULTS, name);
    assertThat(found.broken()).isEmpty();
    assertThat(found.texts()).hasSize(events).allMatch(text -> text.startsWith("{\"eventVersion"));
  }

  @ParameterizedTest
  @CsvSource({
    "result_columns_only.csv.gz, without eventJson",
    "result_without_originals.csv.gz, without eventJson",
    "counts-only.json, without eventJson",
    "event_history.csv, event history"
  })
  void saysWhyAResultHoldsNoEvents(String name, String why) {
    var found = found(RESULTS, name);
    assertThat(found.texts()).isEmpty();
    assertThat(found.broken())
        .isNotEmpty()
        .allSatisfy(
            broken -> {
              assertThat(broken.reason()).isEqualTo(RejectionReason.UNKNOWN_FORM);
              assertThat(broken.detail()).contains(why);
            });
  }

  private static Piece.Broken broken(Path file) {
    var broken = Found.in(Corpus.bytes(file)).broken();
    assertThat(broken).hasSize(1);
    return broken.getFirst();
  }

  private static Found found(String folder, String name) {
    return Found.in(Corpus.bytes(file(folder, name)));
  }

  private static Path file(String folder, String name) {
    return Corpus.orSkip().caseFiles(folder).stream()
        .filter(file -> file.endsWith(name))
        .findFirst()
        .orElseThrow();
  }
}
