package io.tarn.local.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A part that is one Java process, ready when its probe says so.
public final class ProcessPart implements Part {
  private static final Duration STOP = Duration.ofSeconds(20);

  private final String name;
  private final Path log;
  private final Duration start;
  private final ChildProcess.Readiness probe;
  private final ChildProcess process;

  public ProcessPart(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path log,
      Duration start,
      ChildProcess.Readiness probe) {
    this.name = name;
    this.log = log.toAbsolutePath();
    this.start = start;
    this.probe = probe;
    this.process = new ChildProcess(name, command, environment, this.log);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() throws IOException, InterruptedException {
    process.start();
    process.awaitReady(start, probe);
  }

  @Override
  public void stop() {
    process.stop("TERM", STOP);
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public Path log() {
    return log;
  }
}
