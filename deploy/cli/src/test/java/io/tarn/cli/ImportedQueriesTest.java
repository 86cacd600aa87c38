package io.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImportedQueriesTest {
  private static final String RESULTS =
      """
      [{"path":"s/a.sql","outcome":"created","violations":[],"warnings":["has no time bound"],
        "proposals":[{"name":"user","type":"text","constant":"'Eve'","line":4}]},
       {"path":"s/b\\u001b[2J.sql","outcome":"rejected",
        "violations":[{"field":"tags","reason":"line 3: is no list"}]}]
      """;

  @Test
  void printsALineForAFileAndWhatIsToBeKnownBelow() throws IOException {
    // given
    var bytes = new ByteArrayOutputStream();
    var report = new ImportedQueries(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    // when
    new ObjectMapper().readTree(RESULTS).forEach(report::add);
    report.reject("c.sql", "is too large");
    // then
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "created    s/a.sql",
            "             warning: has no time bound",
            "             line 4: 'Eve' could be the parameter {{user}}, text",
            "rejected   s/b [2J.sql",
            "             tags line 3: is no list",
            "rejected   c.sql",
            "             is too large");
    assertThat(report.hasRejected()).isTrue();
    assertThat(report.sum()).isEqualTo("1 created, 2 rejected");
  }

  @Test
  void saysThatThereWasNothing() {
    var report = new ImportedQueries(System.out);
    assertThat(report.hasRejected()).isFalse();
    assertThat(report.sum()).isEqualTo("no files");
  }
}
