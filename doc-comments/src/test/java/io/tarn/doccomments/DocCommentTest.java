package io.tarn.doccomments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocCommentTest {
  @Test
  void keepsParagraphsAndJoinsTheirLines() {
    // when
    var comment = DocComment.of("An upload of\n  many files.\n\n Another one.\n");

    // then
    assertThat(comment.text()).isEqualTo("An upload of many files.\n\nAnother one.");
    assertThat(comment.parameters()).isEmpty();
  }

  @Test
  void takesEachParameterWithItsNextLines() {
    // when
    var comment =
        DocComment.of(
            "A file.\n\n@param bytes as it\n    was sent\n@param name its name\n@see X y");

    // then
    assertThat(comment.text()).isEqualTo("A file.");
    assertThat(comment.parameter("bytes")).isEqualTo("as it was sent");
    assertThat(comment.parameter("name")).isEqualTo("its name");
    assertThat(comment.parameter("other")).isEmpty();
  }

  @Test
  void leavesDrawingsAndBracketsOfLinksOut() {
    // when
    var comment =
        DocComment.of("Where [Upload] and [Page#of] and [#END] stand.\n\n```\na -> b\n```");

    // then
    assertThat(comment.text()).isEqualTo("Where Upload and of and END stand.");
  }

  @Test
  void isEmptyWhereThereIsNoComment() {
    assertThat(DocComment.of(null).text()).isEmpty();
  }
}
