package io.tarn.catalog.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tarn.sql.parameter.ParameterType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryFileReaderTest {
  private static final String FILE =
      """
      -- title: Commands run in containers
      -- description: >
      --   Who ran which command
      --   by ECS Exec.
      -- category: containers
      -- tags: [ecs, exec]
      -- events: [ecs.amazonaws.com/ExecuteCommand]      # kinds of event
      -- attack: [T1609]
      -- parameters:
      --   - name: period
      --     type: time-range
      --     default: last 7 days
      --     help: When it was run
      --   - name: least
      --     type: integer
      --     required: false
      --     min: 1
      --     max: 50
      -- columns:
      --   eventTime: When it was started
      --   who: ARN of the caller
      -- finding: Ask
      -- falseAlarms: People on call
      SELECT eventTime, userIdentity.arn AS who
      FROM $EDS_ID -- all of them
      """;

  private final QueryFileReader reader = new QueryFileReader(Instant.EPOCH);

  @Test
  void readsAFile() {
    // when
    var file = reader.read(FILE);
    // then
    var head = file.head();
    assertThat(head.title()).isEqualTo("Commands run in containers");
    assertThat(head.description()).isEqualTo("Who ran which command by ECS Exec.");
    assertThat(head.tags()).containsExactly("ecs", "exec");
    assertThat(head.events()).containsExactly("ecs.amazonaws.com/ExecuteCommand");
    assertThat(head.columns())
        .containsExactly(
            new QueryHead.Column("eventTime", "When it was started"),
            new QueryHead.Column("who", "ARN of the caller"));
    assertThat(file.statement())
        .isEqualTo("SELECT eventTime, userIdentity.arn AS who\nFROM $EDS_ID -- all of them");
  }

  @Test
  void readsParameters() {
    // when
    var parameters = reader.read(FILE).head().parameters();
    // then
    assertThat(parameters.getFirst().type()).isEqualTo(ParameterType.TIME_RANGE);
    assertThat(parameters.getFirst().fallback()).isEqualTo("last 7 days");
    assertThat(parameters.getFirst().isRequired()).isTrue();
    assertThat(parameters.getLast().isRequired()).isFalse();
    assertThat(parameters.getLast().max()).isEqualTo(BigDecimal.valueOf(50));
  }

  @Test
  void readsFilesOfWindows() {
    assertThat(reader.read("\uFEFF" + FILE.replace("\n", "\r\n"))).isEqualTo(reader.read(FILE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          -- title: Commands run in containers\\n| `` | line 1: title is required
          title: Commands run in containers | titel: Commands | line 1: titel is unknown
          title: Commands run in containers | title: 7 | line 1: title must be a text
          title: Commands run in containers | title: "" | line 1: title must not be empty
          title: Commands run in containers | title: [a] | line 1: title must be a text
          title: Commands run in containers | title: "a\\\\nb" | line 1: title must be one line
          title: Commands run in containers | title: "a\\\\u0007" | line 1: title must not have control characters
          title: Commands run in containers | title: "a\\\\u202eb" | line 1: title must not have control characters
          title: Commands run in containers | title: $201 | line 1: title must have at most 200 characters
          tags: [ecs, exec] | tags: &a [ecs, exec] | line 6: tags must not have anchors, aliases or tags
          tags: [ecs, exec] | tags: *a | line 6: tags must not have anchors, aliases or tags
          title: Commands run in containers | title: !!str Commands | line 1: title must not have anchors, aliases or tags
          Who ran which command | $20001 | line 2: description must have at most 20,000 characters
          category: containers | category: Containers | line 5: category must be lower-case letters, digits and hyphens
          category: containers | category: ../etc | line 5: category must be lower-case letters, digits and hyphens
          tags: [ecs, exec] | tags: ecs | line 6: tags must be a list
          tags: [ecs, exec] | tags: [ecs, 5] | line 6: tags[1] must be a text
          tags: [ecs, exec] | tags: [ecs, ecs] | line 6: tags[1] is repeated
          tags: [ecs, exec] | tags: [$51] | line 6: tags[0] must have at most 50 characters
          tags: [ecs, exec] | tags: [a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u] | line 6: tags must have at most 20 items
          tags: [ecs, exec] | tags: [ecs\\n-- | line 8: head is not YAML
          ecs.amazonaws.com/ExecuteCommand] | ExecuteCommand] | line 7: events[0] must be source/name, source/* or */*
          attack: [T1609] | attack: [1609] | line 8: attack[0] must be a text
          attack: [T1609] | attack: [T16] | line 8: attack[0] must be a technique
          type: time-range | type: range | line 11: parameters[0].type must be one of
          type: time-range\\n | `` | line 10: parameters[0].type is required
          default: last 7 days | default: next week | line 12: parameters[0].default must be a range of time
          default: last 7 days | fallback: last 7 days | line 12: parameters[0].fallback is unknown
          name: least | name: Period | line 14: parameters[1].name repeats the name of another parameter
          name: least | name: a.b | line 14: parameters[1].name must be letters
          required: false | required: maybe | line 16: parameters[1].required must be true or false
          min: 1 | min: one | line 17: parameters[1].min must be a number
          min: 1 | min: 51 | line 18: parameters[1].max must be at least min
          max: 50 | max: 50\\n--     max: 60 | line 19: parameters[1].max is repeated
          max: 50 | maxLength: 1.5 | line 18: parameters[1].maxLength must be a whole number
          max: 50 | choices: [a] | line 18: parameters[1].choices is for parameters of type choice
          max: 50 | of: text | line 18: parameters[1].of is for parameters of type list
          who: ARN of the caller | eventTime: again | line 21: columns.eventTime is repeated
          who: ARN of the caller | who: [a] | line 21: columns.who must be a text
          -- finding: Ask\\n | `` | line 1: finding is required
          -- finding: Ask | --finding: Ask | line 22: head must have a blank after --
          -- finding: Ask | -- finding: Ask\\n-- --- | line 24: head must be one document
          -- finding: Ask | -- finding: Ask\\n-- finding: Answer | line 23: finding is repeated
          SELECT eventTime, | SELECT$BELL eventTime, | line 24: statement must not have control characters
          """)
  void refusesWithLineAndField(String part, String replacement, String fault) {
    // given
    var text = FILE.replace(escaped(part), escaped(replacement == null ? "" : replacement));
    assertThat(text).isNotEqualTo(FILE);
    // when
    var refusal = catchThrowableOfType(QueryFileException.class, () -> reader.read(text));
    // then
    assertThat(refusal).as(text).isNotNull();
    assertThat(refusal.getMessage()).contains(fault);
  }

  /// `\n` is the end of a line, `$5` five letters, `$BELL` a control character.
  private static String escaped(String text) {
    var number = text.replaceAll("(?s).*\\$(\\d+).*", "$1");
    var longer =
        number.equals(text)
            ? text
            : text.replace("$" + number, "a".repeat(Integer.parseInt(number)));
    return longer
        .replace("$BELL", "\u0007")
        .replace("\\\\", "\\")
        .replace("\\n-", "\n-")
        .replaceAll("\\\\n$", "\n");
  }

  @Test
  void refusesWhatHasNoHeadOrNoStatement() {
    for (var text :
        List.of("", "SELECT 1", "-- a\nSELECT 1", "-- - a\nSELECT 1", "--\n--\nSELECT 1")) {
      assertThat(catchThrowableOfType(QueryFileException.class, () -> reader.read(text)))
          .as(text)
          .isNotNull();
    }
    var headOnly = FILE.substring(0, FILE.indexOf("SELECT"));
    assertThat(catchThrowableOfType(QueryFileException.class, () -> reader.read(headOnly)).faults())
        .extracting(QueryFileException.Fault::field)
        .containsExactly("statement");
  }

  @Test
  void tellsAllThatIsWrong() {
    // given
    var text =
        FILE.replace("title: Commands", "titel: Commands")
            .replace("category: containers", "category: 5");
    // when
    var refusal = catchThrowableOfType(QueryFileException.class, () -> reader.read(text));
    // then
    assertThat(refusal.faults())
        .extracting(QueryFileException.Fault::field)
        .containsExactlyInAnyOrder("title", "titel", "category");
  }

  @Test
  void refusesLargeAndDeepFiles() {
    assertThat(
            catchThrowableOfType(QueryFileException.class, () -> reader.read("x".repeat(300_000))))
        .hasMessageContaining("200,000");
    var deep = FILE.replace("[ecs, exec]", "[".repeat(50) + "]".repeat(50));
    assertThat(catchThrowableOfType(QueryFileException.class, () -> reader.read(deep)))
        .hasMessageContaining("nested too deep");
  }
}
