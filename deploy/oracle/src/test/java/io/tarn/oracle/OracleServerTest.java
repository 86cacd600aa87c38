package io.tarn.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OracleServerTest {
  @TempDir Path folder;

  @Test
  void answersOverLoadedEventsUntilItsInputCloses()
      throws IOException, InterruptedException, SQLException {
    // given
    var events = folder.resolve("events.jsonl");
    Files.writeString(
        events,
        "{\"eventID\":\"1\",\"eventTime\":\"2023-05-01T10:00:00Z\",\"eventName\":\"Run\"}\n");
    var server = start("load cloudtrail few " + events);
    // when
    var answers = new ArrayList<String>();
    try (var output = server.inputReader(UTF_8)) {
      answers.add(ask(output.readLine(), "select eventName, eventTime from events.lake.few"));
      server.outputWriter(UTF_8).append("load cloudtrail few /nowhere\n").flush();
      answers.add(output.readLine());
      server.outputWriter(UTF_8).close();
      answers.add(server.waitFor(30, TimeUnit.SECONDS) ? "ended" : "runs on");
    } finally {
      server.destroyForcibly();
    }
    // then
    assertThat(answers)
        .containsExactly(
            "Run 2023-05-01 10:00:00.000",
            "failed: java.nio.file.NoSuchFileException: /nowhere",
            "ended");
  }

  private Process start(String... commands) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                OracleServer.class.getName()));
    command.addAll(List.of(commands));
    return new ProcessBuilder(command).redirectError(folder.resolve("oracle.log").toFile()).start();
  }

  private static String ask(String address, String sql) throws SQLException {
    var properties = new Properties();
    properties.put("user", "tarn");
    properties.put("timezone", "UTC");
    try (var connection = DriverManager.getConnection(address, properties);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1) + " " + rows.getString(2);
    }
  }
}
