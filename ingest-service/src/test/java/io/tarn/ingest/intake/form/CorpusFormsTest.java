package io.tarn.ingest.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.ingest.api.Corpus;
import io.tarn.ingest.intake.piece.Piece;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The corpus of real events in its own forms and in others.
class CorpusFormsTest {
  private static final String BEFORE = "{\"eventVersion\":\"1.08\",\"eventID\":\"before\"}";
  private static final String BEHIND = "{\"eventVersion\":\"1.08\",\"eventID\":\"behind\"}";

  @Test
  void findsEveryLineOfEveryFileToTheByte() {
    // given
    var corpus = Corpus.orSkip();

    // then
    assertThat(corpus.files("events"))
        .isNotEmpty()
        .allSatisfy(
            file -> {
              var found = Found.in(Corpus.bytes(file));
              assertThat(found.texts()).isEqualTo(lines(file));
              assertThat(found.broken()).isEmpty();
            });
  }

  @Test
  void findsTheSameEventsInATrailFileAnArrayAndOneLine() {
    // given
    var corpus = Corpus.orSkip();
    var lines = corpus.files("events").stream().flatMap(file -> lines(file).stream()).toList();
    var joined = String.join(",", lines);

    // when
    var trailFile = Found.in(Packing.gzip(bytes("{\"Records\":[" + joined + "]}"))).texts();
    var array = Found.in("[\n" + joined + "\n]").texts();
    var oneLine = Found.in(Packing.zstd(bytes(String.join("", lines)))).texts();

    // then
    assertThat(trailFile).isEqualTo(lines);
    assertThat(array).isEqualTo(lines);
    assertThat(oneLine).isEqualTo(lines);
  }

  @Test
  void findsTheEventsOfTrailFiles() throws IOException {
    // given
    var corpus = Corpus.orSkip();
    var json = new ObjectMapper();

    // then
    assertThat(corpus.trails())
        .hasSize(35)
        .allSatisfy(
            file -> {
              var found = Found.in(Corpus.bytes(file));
              assertThat(found.broken()).isEmpty();
              assertThat(found.texts())
                  .hasSize(json.readTree(Corpus.text(file)).get("Records").size())
                  .allSatisfy(text -> assertThat(Corpus.text(file)).contains(text));
            });
  }

  @Test
  void keepsDigestFilesWhole() {
    // given
    var corpus = Corpus.orSkip();
    var file = corpus.folder().resolve("digests/documentation-example.json");

    // when
    var found = Found.in(Packing.gzip(Corpus.bytes(file)));

    // then
    assertThat(found.pieces()).singleElement().isInstanceOf(Piece.DigestFile.class);
    assertThat(((Piece.DigestFile) found.pieces().getFirst()).bytes())
        .isEqualTo(Corpus.bytes(file));
  }

  @Test
  void findsTheEventBeforeABrokenOneAndRejectsTheRestOnce() throws IOException {
    // given
    var corpus = Corpus.orSkip();
    var broken = new ArrayList<String>();
    for (var line : lines(corpus.folder().resolve("malformed/documentation-events.jsonl"))) {
      broken.add(new ObjectMapper().readTree(line).get("text").asText());
    }

    // then
    assertThat(broken)
        .hasSize(32)
        .allSatisfy(
            text -> {
              var list = "{\"Records\":[" + String.join(",", BEFORE, text, BEHIND) + "]}";
              for (var file :
                  List.of(String.join("\n", BEFORE, text, BEHIND), BEFORE + text + BEHIND, list)) {
                var found = Found.in(file);
                assertThat(found.texts()).containsExactly(BEFORE);
                assertThat(found.broken()).hasSize(1);
                assertThat(Found.text(found.broken().getFirst().bytes()))
                    .startsWith(text)
                    .contains(BEHIND);
              }
            });
  }

  @Test
  void opensNoLookalike() {
    // given
    var corpus = Corpus.orSkip();
    var file = corpus.folder().resolve("malformed/lookalikes.jsonl");

    // when
    var found = Found.in(Corpus.bytes(file));

    // then
    assertThat(found.texts()).isEqualTo(lines(file));
  }

  private static List<String> lines(Path file) {
    return Corpus.text(file).lines().filter(line -> !line.isBlank()).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
