package io.tarn.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How the operating system starts and signals processes.
public final class Sessions {
  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  private Sessions() {}

  /// The command in a session of its own, where the system has `setsid` (it replaces itself, so
  /// the process id stays).
  public static List<String> detached(List<String> command) {
    return SETSID.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .map(setsid -> Stream.concat(Stream.of(setsid.toString()), command.stream()).toList())
        .orElse(command);
  }

  /// Sends a signal (`INT`, `TERM`, ...) to one process.
  public static void signal(long pid, String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /// PostgreSQL refuses to run as root; in a user namespace without a mapping it does not see
  /// that it is.
  static List<String> unprivileged(List<String> command) {
    return "root".equals(System.getProperty("user.name"))
        ? Stream.concat(Stream.of("unshare", "-U"), command.stream()).toList()
        : command;
  }
}
