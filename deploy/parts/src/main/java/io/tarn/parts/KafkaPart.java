package io.tarn.parts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One Kafka broker in KRaft mode, broker and controller in one process, on loopback.
public final class KafkaPart implements Part {
  private static final Duration START = Duration.ofMinutes(2);
  private static final int LARGEST_RECORD = 5 * 1024 * 1024;

  private final Path folder;
  private final int port;
  private final int controllerPort;
  private final Path classPath;
  private final ChildProcess process;

  public KafkaPart(Path folder, int port, int controllerPort, Path log, Path classPath) {
    this.folder = folder.toAbsolutePath();
    this.port = port;
    this.controllerPort = controllerPort;
    this.classPath = classPath;
    this.process =
        new ChildProcess("kafka", java("kafka.Kafka", settingsFile().toString()), Map.of(), log);
  }

  public String bootstrapServers() {
    return Ports.LOOPBACK + ":" + port;
  }

  @Override
  public void start() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Files.createDirectories(log().getParent());
    Files.writeString(settingsFile(), settings());
    Files.writeString(loggingFile(), LOGGING);
    if (!Files.exists(data().resolve("meta.properties"))) {
      format();
    }
    process.start();
    process.awaitReady(START, () -> Ports.answers(port));
  }

  private void format() throws IOException, InterruptedException {
    var command =
        java(
            "kafka.tools.StorageTool",
            "format",
            // In one word: an id may begin with a hyphen.
            "--cluster-id=" + clusterId(),
            "--config",
            settingsFile().toString());
    var exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start()
            .waitFor();
    if (exit != 0) {
      throw new PartException("Kafka's data folder could not be made; see " + log());
    }
  }

  private List<String> java(String mainClass, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms96m",
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=128m",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dlog4j2.configurationFile=" + loggingFile(),
            "-cp",
            classPath.resolve("*").toString(),
            mainClass));
    command.addAll(List.of(arguments));
    return command;
  }

  private Path settingsFile() {
    return folder.resolve("server.properties");
  }

  private Path loggingFile() {
    return folder.resolve("log4j2.properties");
  }

  private Path data() {
    return folder.resolve("data");
  }

  private String settings() {
    return """
      process.roles=broker,controller
      node.id=1
      controller.quorum.voters=1@127.0.0.1:%d
      listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
      advertised.listeners=PLAINTEXT://127.0.0.1:%d
      controller.listener.names=CONTROLLER
      listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
      inter.broker.listener.name=PLAINTEXT
      log.dirs=%s
      message.max.bytes=%d
      replica.fetch.max.bytes=%d
      auto.create.topics.enable=false
      offsets.topic.replication.factor=1
      offsets.topic.num.partitions=4
      transaction.state.log.replication.factor=1
      transaction.state.log.num.partitions=4
      transaction.state.log.min.isr=1
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      group.initial.rebalance.delay.ms=0
      log.retention.hours=168
      log.segment.bytes=134217728
      num.network.threads=2
      num.io.threads=4
      """
        .formatted(
            controllerPort, port, controllerPort, port, data(), LARGEST_RECORD, LARGEST_RECORD);
  }

  private static String clusterId() {
    var id = UUID.randomUUID();
    var bytes =
        ByteBuffer.allocate(Long.BYTES * 2)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public ChildProcess process() {
    return process;
  }

  private static final String LOGGING =
      """
      status=error
      appender.console.type=Console
      appender.console.name=console
      appender.console.layout.type=PatternLayout
      appender.console.layout.pattern=%d{ISO8601} %p %c{1} %m%n
      rootLogger.level=warn
      rootLogger.appenderRef.console.ref=console
      """;
}
