package io.tarn.scheduler.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How ends of runs are told to channels of tenants.
@ConfigMapping(prefix = "tarn.scheduler.notifications")
public interface NotificationConfig {
  /// Hosts of webhooks that are trusted, separated by commas: `chat.example`, `*.example.net`,
  /// `http://hooks.internal:8080`. Only a listed host may have an address in `networks`, and only
  /// one that is listed with `http://` is sent to without TLS.
  Optional<List<String>> hosts();

  /// Networks of loopback, private and own addresses that listed hosts may have, separated by
  /// commas: `10.20.0.0/16`. By default there is none. Link-local addresses, and those at which
  /// clouds tell credentials, can never be used.
  Optional<List<String>> networks();

  /// Whether webhooks may go to listed hosts only. Otherwise they may also go to every host with
  /// public addresses, by https.
  @WithDefault("false")
  boolean onlyListedHosts();

  /// How many notifications this process delivers at a time.
  @Min(1)
  @Max(1000)
  @WithDefault("16")
  int concurrent();

  /// How many of them may be one tenant's.
  @Min(1)
  @Max(1000)
  @WithDefault("4")
  int concurrentPerTenant();

  /// How long a process has a notification for itself. It has to be longer than an attempt takes;
  /// when a process dies, another one repeats the attempt after this time.
  @WithDefault("PT2M")
  Duration lease();

  /// How long the whole answer of a webhook may take.
  @WithDefault("PT15S")
  Duration requestTime();

  /// How often a delivery is attempted at most.
  @Min(1)
  @Max(100)
  @WithDefault("10")
  int attempts();

  /// How long the first wait between attempts is; each further one is twice as long.
  @WithDefault("PT10S")
  Duration backOff();

  /// The longest wait between attempts, also where the receiver asks for more.
  @WithDefault("PT1H")
  Duration longestBackOff();

  /// How long the log of deliveries is kept.
  @WithDefault("P90D")
  Duration retention();
}
