package io.tarn.scheduler.notification;

import io.tarn.common.config.TarnConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Addresses of pages of the console.
@ApplicationScoped
class ConsoleLinks {
  private final @Nullable String console;

  @Inject
  ConsoleLinks(TarnConfig config) {
    this(config.publicUrl().map(url -> url.toString().replaceFirst("/+$", "")).orElse(null));
  }

  ConsoleLinks(@Nullable String console) {
    this.console = console;
  }

  /// The page of what a notice is about; null where the address of the console is not set.
  @Nullable URI to(Notice notice) {
    if (console == null) {
      return null;
    }
    return switch (notice) {
      case Notice.RunEnded(var run, _, _, _) ->
          URI.create(
              "%s/t/%s/schedules/%s/runs/%s"
                  .formatted(console, run.tenant(), run.scheduleId(), run.runId()));
      case Notice.ChangesJudged(var alert) ->
          URI.create(
              "%s/t/%s/changes/%s"
                  .formatted(console, alert.change().tenant(), alert.change().changeId()));
      case Notice.Trial(var channel) -> URI.create(console + "/t/" + channel.tenant());
    };
  }
}
