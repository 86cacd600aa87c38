package io.tarn.oracle;

import static io.trino.testing.TestingSession.testSessionBuilder;

import io.trino.Session;
import io.trino.plugin.memory.MemoryPlugin;
import io.trino.spi.StandardErrorCode;
import io.trino.spi.type.TimeZoneKey;
import io.trino.testing.StandaloneQueryRunner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Runs Trino on a free port of this machine, for as long as its standard input is open.
///
/// Prints its JDBC address when it is ready, then answers each line of its input with a line:
///
/// ```
/// load cloudtrail main /some/events.jsonl   ->  loaded 3508
/// errors                                    ->  errors 8=DIVISION_BY_ZERO 58=TYPE_MISMATCH ...
/// ```
///
/// The table is then `events.lake.main`; tests make tables of their own in `memory.lake`. The
/// arguments of the process are such lines too, run before it is ready.
public final class OracleServer {
  private static final String FAILED = "failed: ";

  private final CorpusLoader loader;

  private OracleServer(CorpusLoader loader) {
    this.loader = loader;
  }

  /// @param commands run before the address is printed
  public static void main(String[] commands) {
    var answers = System.out;
    System.setOut(System.err); // Trino's own words
    int exitCode = 0;
    try {
      run(List.of(commands), answers);
    } catch (IOException | RuntimeException failure) {
      failure.printStackTrace();
      exitCode = 1;
    }
    System.exit(exitCode); // some of Trino's threads would stay
  }

  private static void run(List<String> commands, PrintStream answers) throws IOException {
    // Listens on the loopback address alone.
    try (var trino = new StandaloneQueryRunner(session())) {
      var tables = new ServedTables();
      trino.installPlugin(new MemoryPlugin());
      trino.createCatalog("memory", "memory", Map.of());
      trino.installPlugin(new EventsPlugin(tables));
      trino.createCatalog("events", EventsPlugin.CONNECTOR, Map.of());
      trino.execute("create schema if not exists memory.lake");
      var server = new OracleServer(new CorpusLoader(tables));
      for (var command : commands) {
        server.require(command);
      }
      var port = trino.getCoordinator().getBaseUrl().getPort();
      answers.println("jdbc:trino://127.0.0.1:" + port + "/memory/lake");
      answers.flush();
      server.serve(answers);
    }
  }

  private static Session session() {
    return testSessionBuilder()
        .setCatalog("memory")
        .setSchema("lake")
        .setTimeZoneKey(TimeZoneKey.UTC_KEY)
        .build();
  }

  private void require(String command) {
    var answer = answer(command);
    if (answer.startsWith(FAILED)) {
      throw new IllegalArgumentException(command + ": " + answer);
    }
  }

  private void serve(PrintStream answers) throws IOException {
    var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = requests.readLine(); line != null; line = requests.readLine()) {
      answers.println(answer(line));
      answers.flush();
    }
  }

  private String answer(String command) {
    try {
      var words = command.split(" ", 4);
      return switch (words[0]) {
        case "load" -> "loaded " + load(words[1], words[2], words[3]);
        case "errors" -> "errors " + errors();
        default -> FAILED + "unknown command " + words[0];
      };
    } catch (IOException | RuntimeException failure) {
      failure.printStackTrace();
      return FAILED + failure.toString().replaceAll("\\s+", " ");
    }
  }

  private int load(String kind, String table, String path) throws IOException {
    return loader.load(EventTable.valueOf(kind.toUpperCase(Locale.ROOT)), table, Path.of(path));
  }

  private static String errors() {
    return Arrays.stream(StandardErrorCode.values())
        .map(code -> code.toErrorCode().getCode() + "=" + code)
        .collect(Collectors.joining(" "));
  }
}
