package io.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvCommandTest {
  @Test
  void printsALineForAShell() {
    assertThat(EnvCommand.line("AWS_REGION", "eu-central-1"))
        .isEqualTo("export AWS_REGION='eu-central-1'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"it's", "$(id) `id` \"x\" \\", "two words", "'"})
  void isTakenByAShellAsItIsMeant(String value) throws IOException {
    // when
    var shell =
        new ProcessBuilder("sh", "-c", EnvCommand.line("VALUE", value) + "; printf %s \"$VALUE\"")
            .start();
    var printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    // then
    assertThat(printed).isEqualTo(value);
  }

  @Test
  void takesTheRegionFromTheArn() {
    assertThat(EnvCommand.region("arn:aws:cloudtrail:eu-west-1:614523890011:eventdatastore/x"))
        .isEqualTo("eu-west-1");
    assertThat(EnvCommand.region("nonsense")).isEqualTo("us-east-1");
  }
}
