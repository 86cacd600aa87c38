package io.tarn.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A part that is one Java process, ready when its probe says so.
public final class ProcessPart implements Part {
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
    this.start = start;
    this.probe = probe;
    this.process = new ChildProcess(name, command, environment, log);
  }

  @Override
  public void start() throws IOException, InterruptedException {
    process.start();
    process.awaitReady(start, probe);
  }

  @Override
  public ChildProcess process() {
    return process;
  }
}
