package io.tarn.acceptance.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuideTest {
  @Test
  void takesABlockOfTextAsTheAnswerToTheCommandsBeforeIt() {
    // given
    var page =
        """
        Words.

        ```sh
        ls
        ```

        ```sh
        echo one
        ```

        ```text
        one
        ```

        ```json
        {}
        ```
        """;
    // when
    var guide = Guide.of("page", page);
    // then
    assertThat(guide.steps())
        .containsExactly(
            new Guide.Step("ls\n", Optional.empty()),
            new Guide.Step("echo one\n", Optional.of("one\n")));
  }
}
