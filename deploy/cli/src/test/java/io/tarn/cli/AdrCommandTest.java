package io.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdrCommandTest {
  @Test
  void takesTheNumberAfterTheHighest(@TempDir Path folder) throws IOException {
    // given
    Files.writeString(folder.resolve("0002-grants.md"), "");
    Files.writeString(folder.resolve("0007-offsets.md"), "");
    Files.writeString(folder.resolve("index.md"), "");
    // then
    assertThat(AdrCommand.next(folder)).isEqualTo(8);
  }

  @Test
  void namesTheFileByTheTitle() {
    assertThat(AdrCommand.fileName("One login, a tenant!")).isEqualTo("one-login-a-tenant");
  }
}
