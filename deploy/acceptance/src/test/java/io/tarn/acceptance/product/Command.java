package io.tarn.acceptance.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One run of a command line, with what it printed.
public record Command(List<String> words, int exitCode, String output, String errors) {
  private static final Duration LIMIT = Duration.ofMinutes(6);

  public Command {
    words = List.copyOf(words);
  }

  /// Runs the words in the folder with these variables on top of the test's own; both outputs pass
  /// through files, so
  /// that a child which goes on in the background cannot hold the reader.
  public static Command run(Path folder, Map<String, String> variables, List<String> words) {
    try {
      var output = Files.createTempFile("tarn-command", ".out");
      var errors = Files.createTempFile("tarn-command", ".err");
      try {
        int exitCode = exitCode(builder(folder, variables, words, output, errors), words);
        return new Command(words, exitCode, read(output), read(errors));
      } finally {
        Files.deleteIfExists(output);
        Files.deleteIfExists(errors);
      }
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static ProcessBuilder builder(
      Path folder, Map<String, String> variables, List<String> words, Path output, Path errors) {
    var builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().putAll(variables);
    return builder;
  }

  private static int exitCode(ProcessBuilder builder, List<String> words) throws IOException {
    var process = builder.start();
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(words + " did not end within " + LIMIT);
      }
      return process.exitValue();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(words + " was interrupted", stopped);
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /// This command, or a failure that shows all that it printed.
  public Command succeeded() {
    if (exitCode != 0) {
      throw new AssertionError(
          "%s ended with %d%n%s%n%s".formatted(words, exitCode, output, errors));
    }
    return this;
  }
}
