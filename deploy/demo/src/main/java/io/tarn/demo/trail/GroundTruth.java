package io.tarn.demo.trail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.tarn.demo.activity.DemoEvent;
import io.tarn.demo.activity.Fact;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Ground truth, written during generation: a line for each command in a container and for
/// each change from the console, and the calls of each function by each caller as counts.
public final class GroundTruth implements Closeable {
  public static final String COMMANDS = "commands.ndjson";
  public static final String CONSOLE_CHANGES = "console-changes.ndjson";
  public static final String INVOCATIONS = "invocations.ndjson";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(
              new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance));

  private final Path folder;
  private final BufferedWriter commands;
  private final BufferedWriter changes;
  private final Map<String, Count> invocations = new TreeMap<>();

  /// Begins in a folder, which is made if it is missing.
  public GroundTruth(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.commands = Files.newBufferedWriter(folder.resolve(COMMANDS));
    this.changes = Files.newBufferedWriter(folder.resolve(CONSOLE_CHANGES));
  }

  /// How often a function was called by one caller.
  private record Count(Fact.Invocation of, long times) {
    Count oneMore() {
      return new Count(of, times + 1);
    }
  }

  void add(List<DemoEvent> events) throws IOException {
    for (var event : events) {
      switch (event.fact()) {
        case Fact.CommandRun run -> line(commands, run);
        case Fact.ConsoleChange change -> line(changes, change);
        case Fact.Invocation call -> count(call);
        case null -> {}
      }
    }
  }

  private void count(Fact.Invocation call) {
    var key = call.function() + ' ' + call.caller() + ' ' + call.invokedBy();
    invocations.merge(key, new Count(call, 1), (known, _) -> known.oneMore());
  }

  private static void line(BufferedWriter writer, Object value) throws IOException {
    writer.append(JSON.writeValueAsString(value)).append('\n');
  }

  private static ObjectNode json(Count count) {
    return JSON.createObjectNode()
        .put("function", count.of().function())
        .put("caller", count.of().caller())
        .put("invokedBy", count.of().invokedBy())
        .put("times", count.times());
  }

  /// The files, once closed.
  public List<Path> files() {
    return Stream.of(COMMANDS, CONSOLE_CHANGES, INVOCATIONS).map(folder::resolve).toList();
  }

  @Override
  public void close() throws IOException {
    commands.close();
    changes.close();
    try (var writer = Files.newBufferedWriter(folder.resolve(INVOCATIONS))) {
      for (var count : invocations.values()) {
        line(writer, json(count));
      }
    }
  }
}
