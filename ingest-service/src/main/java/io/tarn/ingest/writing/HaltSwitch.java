package io.tarn.ingest.writing;

import io.tarn.ingest.config.IngestConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Ends the process at a point that `tarn.ingest.halt-at` names, for tests of crashes.
@ApplicationScoped
public class HaltSwitch {
  private static final int EXIT_CODE = 137; // what a SIGKILL leaves

  private final Optional<String> setting;
  private final String point;
  private final AtomicInteger remaining;

  HaltSwitch(IngestConfig config) {
    this.setting = config.haltAt();
    var parts = setting.orElse("").split(":", 2);
    this.point = parts[0];
    this.remaining = new AtomicInteger(parts.length < 2 ? 1 : Integer.parseInt(parts[1]));
  }

  /// The setting, if there is one.
  public Optional<String> setting() {
    return setting;
  }

  void reach(HaltPoint reached) {
    if (reached.settingName().equals(point) && remaining.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
  }
}
