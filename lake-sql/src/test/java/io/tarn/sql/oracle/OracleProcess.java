package io.tarn.sql.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The process of the oracle. It ends with this JVM, which closes its standard input.
final class OracleProcess {
  private static final String CLASS_PATH = "deploy/oracle/target/oracle.classpath";

  private final Process process;
  private final BufferedReader answers;
  private final String address;

  private OracleProcess(Process process) throws IOException {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.address = line();
  }

  /// The file that the build of the oracle leaves, in this folder or in one above it.
  static Optional<Path> classPath() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var file = folder.resolve(CLASS_PATH);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  static OracleProcess start(Path classPath) {
    try {
      var log = Files.createTempFile("tarn-oracle", ".log");
      log.toFile().deleteOnExit();
      var process = new ProcessBuilder(command(classPath)).redirectError(log.toFile()).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-of-oracle"));
      return new OracleProcess(process);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> command(Path classPath) throws IOException {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1200m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--add-modules=jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        classPath.resolveSibling("classes") + ":" + Files.readString(classPath).strip(),
        "io.tarn.oracle.OracleServer");
  }

  String address() {
    return address;
  }

  /// Sends a line and waits for the one that answers it.
  synchronized String ask(String command) {
    try {
      var requests = process.outputWriter(StandardCharsets.UTF_8);
      requests.write(command);
      requests.newLine();
      requests.flush();
      return line();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String line() throws IOException {
    var line = answers.readLine();
    if (line == null) {
      throw new IOException("the oracle has ended");
    }
    return line;
  }
}
