package io.tarn.ingest.intake.form;

import static io.tarn.ingest.intake.form.EventLines.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.ingest.record.RejectionReason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Results of queries, as files of CSV and as saved answers, and texts in UTF-16.
class QueryResultsTest {
  private static final String FIRST =
      "# Execution Time: 2026-11-02T10:00:00.000001Z Query Statement: ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT eventID, eventJson\nFROM x",
        "SELECT\neventID,eventJson\n\nFROM x\n-- '\"'\nWHERE a = 'b,eventJson'",
        "SELECT\r\neventID,\r\neventJson\r\nFROM x"
      })
  void readsARowBehindAStatementOfSeveralLines(String statement) {
    // given
    var event = events(1).getFirst();
    var row = "e-1,\"" + event.replace("\"", "\"\"") + "\"\n";

    // when
    var found = Found.in(FIRST + statement + "\neventID,eventJson\n" + row);

    // then
    assertThat(found.broken()).isEmpty();
    assertThat(found.texts()).containsExactly(event);
  }

  @Test
  void takesNoLineOfAStatementForARow() {
    // when
    var found = Found.in(FIRST + "SELECT\neventJson\nFROM x\neventJson\n");

    // then
    assertThat(found.pieces()).isEmpty();
  }

  @Test
  void takesTheEventsOfASavedAnswer() {
    // given
    var event = events(1).getFirst();
    var held = "\"" + event.replace("\"", "\\\"") + "\"";
    var rows =
        "[[{\"eventID\":\"e\"},{\"EVENTJSON\":%s}],[{\"eventID\":\"f\"},{\"n\":null}]]"
            .formatted(held);

    // when
    var found = Found.in("{\"QueryStatus\":\"FINISHED\",\"QueryResultRows\":" + rows + ",\"a\":1}");

    // then
    assertThat(found.texts()).containsExactly(event);
    assertThat(found.refusals()).containsExactly(RejectionReason.UNKNOWN_FORM);
    assertThat(found.broken().getFirst().detail()).contains("without eventJson");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void readsTextInUtf16(String charset) {
    // given: more characters than one step converts, some of two halves
    var event = "{\"eventVersion\":\"1.08\",\"eventID\":\"\uD83D\uDE00ä€\"}";
    var text = "\uFEFF{\"Records\":[" + (event + ",\r\n").repeat(2000) + event + "]}\r\n";

    // when
    var found = Found.in(text.getBytes(Charset.forName(charset)));

    // then
    assertThat(found.broken()).isEmpty();
    assertThat(found.texts()).hasSize(2001).containsOnly(event);
  }

  @Test
  void readsAResultInUtf16() {
    // given
    var text = "\uFEFFeventJson\r\n\"{\"\"eventID\"\":\"\"1\"\"}\"\r\n";

    // when
    var found = Found.in(text.getBytes(StandardCharsets.UTF_16LE));

    // then
    assertThat(found.texts()).isEqualTo(List.of("{\"eventID\":\"1\"}"));
  }

  @Test
  void refusesALongTextWithoutJsonOnce() {
    // when
    var found = Found.in("Nov 28 10:00:00 host app[1]: nothing of interest\n".repeat(10_000));

    // then
    assertThat(found.refusals()).containsExactly(RejectionReason.UNKNOWN_FORM);
    assertThat(found.texts()).isEmpty();
  }
}
