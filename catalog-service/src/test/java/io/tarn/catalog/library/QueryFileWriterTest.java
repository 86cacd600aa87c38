package io.tarn.catalog.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.catalog.library.QueryHead.Column;
import io.tarn.sql.parameter.Parameter;
import io.tarn.sql.parameter.ParameterType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueryFileWriterTest {
  private static final int FILES = 500;
  private static final List<String> PIECES =
      List.of(
          "word",
          "a: b",
          "#",
          " # ",
          "- ",
          "-",
          "--",
          "---",
          "...",
          "'",
          "\"",
          "\\",
          "{{p}}",
          "[",
          "]",
          "{",
          "}",
          ",",
          "&a",
          "*a",
          "!",
          "%",
          "@",
          "`",
          "|",
          ">",
          "?",
          ":",
          "true",
          "null",
          "~",
          "1.5",
          "2024-05-01",
          "0x1f",
          "ä",
          "漢字",
          "\ud83d\ude00",
          "\u2028",
          "\u00a0",
          "\u0085",
          "  ",
          "\t",
          "\n",
          "\n\n",
          "\n  - list\n",
          "<b>",
          "**bold**",
          "$EDS_ID",
          "yes",
          "No",
          ".inf",
          "<<",
          "=",
          "\ufeff");

  private final QueryFileReader reader = new QueryFileReader(Instant.EPOCH);
  private final Random random = new Random(20);

  @Test
  void writesWhatIsReadAgainTheSame() {
    for (int i = 0; i < FILES; i++) {
      // given
      var file = new QueryFile(head(), "-- first\nSELECT 1 AS \"" + i + "\"");
      // when
      var text = QueryFileWriter.write(file);
      // then
      assertThat(reader.read(text)).as(text).isEqualTo(file);
      assertThat(QueryFileWriter.write(reader.read(text))).isEqualTo(text);
    }
  }

  private QueryHead head() {
    return new QueryHead(
        line(),
        text(),
        "containers",
        List.of("a" + random.nextInt(9), "b, c", "x: y", "12", "[z]"),
        List.of("*/*", "ecs.amazonaws.com/*"),
        random.nextBoolean() ? List.of() : List.of("T1078.004"),
        parameters(),
        List.of(
            new Column("eventTime", line()),
            new Column("a b: c", text()),
            new Column("yes", line())),
        text(),
        text());
  }

  private List<Parameter> parameters() {
    var parameters = new ArrayList<Parameter>();
    parameters.add(Parameter.of("plain", ParameterType.TEXT, line()));
    parameters.add(Parameter.of("period", ParameterType.TIME_RANGE, "last 7 days"));
    parameters.add(
        Parameter.of(
            "range",
            ParameterType.TIME_RANGE,
            Map.of("start", "2024-05-01T00:00:00Z", "end", "2024-05-02T00:00:00Z")));
    parameters.add(Parameter.of("account", ParameterType.ACCOUNT, "012345678901"));
    parameters.add(Parameter.of("day", ParameterType.DATE, "2024-05-01"));
    parameters.add(Parameter.of("truth", ParameterType.BOOLEAN, true));
    parameters.add(Parameter.of("names", ParameterType.LIST, List.of("a, b", line(), "7", "")));
    return parameters;
  }

  private String line() {
    var text = text().replaceAll("[\\n\\t]+", " ").strip();
    return text.isEmpty() ? "x" : text;
  }

  private String text() {
    var text = new StringBuilder();
    int pieces = 1 + random.nextInt(random.nextInt(10) == 0 ? 60 : 8);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())))
          .append(random.nextBoolean() ? " " : "");
    }
    var stripped = text.toString().replace("\u0085", "").strip();
    return stripped.isEmpty() ? "x" : stripped;
  }
}
