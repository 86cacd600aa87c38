package io.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptQueryTest {
  private static final String FOUND =
      """
      [{"id":"1","title":"Failed calls"},{"id":"2","title":"Failed calls by person"},
       {"id":"3","title":"Twice"},{"id":"4","title":"twice"}]
      """;

  @Test
  void isTheOneWithTheTitle() throws IOException {
    assertThat(KeptQuery.idOf("failed calls ", json(FOUND))).isEqualTo("1");
  }

  @Test
  void isNotGuessed() {
    assertThatThrownBy(() -> KeptQuery.idOf("Failed", json(FOUND)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Those like it:\n  Failed calls\n");
    assertThatThrownBy(() -> KeptQuery.idOf("Twice", json(FOUND)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("\n  3\n  4");
    assertThatThrownBy(() -> KeptQuery.idOf("Twice", json("[]")))
        .hasMessage("No query has the title 'Twice'.");
  }

  @Test
  void givesValuesInTheTypesOfTheParameters() throws IOException {
    // given
    var query =
        new KeptQuery(
            json(
                """
                {"parameters":[{"name":"top","type":"integer"},{"name":"on","type":"boolean"},
                {"name":"ports","type":"list","of":"integer"},{"name":"who","type":"principal"}]}
                """));
    // when
    var values =
        query.values(
            Map.of(
                "top", List.of("5"),
                "on", List.of("true"),
                "ports", List.of("22", "many"),
                "who", List.of("1"),
                "unknown", List.of("2")));
    // then
    assertThat(values)
        .isEqualTo(
            Map.of(
                "top",
                new BigDecimal("5"),
                "on",
                true,
                "ports",
                List.of(new BigDecimal("22"), "many"),
                "who",
                "1",
                "unknown",
                "2"));
    assertThatThrownBy(() -> query.values(Map.of("who", List.of("a", "b"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
