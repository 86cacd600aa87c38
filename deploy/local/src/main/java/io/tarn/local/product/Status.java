package io.tarn.local.product;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// How every part and service is, asked of themselves.
public final class Status {
  private static final String IDENTITY_PROVIDER = "identity provider";

  private final Settings settings;

  public Status(Settings settings) {
    this.settings = settings;
  }

  /// Prints a line for each; true when all is ready and the demo data can be queried.
  public boolean print(PrintStream out) throws IOException {
    var ready = true;
    for (var found : look().entrySet()) {
      var complaint = found.getValue().complaint();
      var part = found.getKey().equals(IDENTITY_PROVIDER) ? "keycloak" : found.getKey();
      var restarts =
          RestartRecord.read(settings, part)
              .map(record -> "; " + record.describe(complaint.isEmpty()));
      out.printf(
          "  %s %-18s %s%s%n",
          complaint.isEmpty() ? "✓" : "✗",
          found.getKey(),
          complaint.orElse("ready"),
          restarts.orElse(""));
      ready &= complaint.isEmpty();
    }
    return ready;
  }

  public boolean isReady() throws IOException {
    return look().values().stream().allMatch(Health::isReady);
  }

  /// Whether a supervisor of this installation runs, ready or not.
  public boolean isRunning() throws IOException {
    return PidFile.of(settings, "supervisor").process().isPresent();
  }

  private Map<String, Health> look() throws IOException {
    var addresses = settings.addresses();
    var found = new LinkedHashMap<String, Health>();
    put(found, Replaceable.POSTGRES, addresses.postgres());
    put(found, Replaceable.KAFKA, addresses.kafka());
    put(found, Replaceable.S3, addresses.s3());
    found.put(IDENTITY_PROVIDER, identityProvider());
    for (var service : Service.values()) {
      var health = Health.ofService(service.managementPort(addresses));
      found.put(service.module(), own(service.module(), health));
    }
    found.put(
        settings.hasDemo() ? "demo data" : "start",
        Files.exists(readyMark(settings)) ? Health.good() : Health.bad("is not done yet"));
    return found;
  }

  private void put(Map<String, Health> found, Replaceable part, int port) throws IOException {
    var elsewhere = part.elsewhere(settings);
    found.put(
        part.part(),
        elsewhere.isPresent() ? Health.of(elsewhere.get()) : own(part.part(), Health.ofPort(port)));
  }

  /// Something else may listen on the port: what counts is a process that this installation
  /// started.
  private Health own(String name, Health health) throws IOException {
    return PidFile.of(settings, name).process().isPresent()
        ? health
        : Health.bad("does not run; its log is " + settings.logs().resolve(name + ".log"));
  }

  private Health identityProvider() throws IOException {
    var health = Health.ofUrl(settings.issuer() + "/.well-known/openid-configuration");
    return settings.hasDemo() ? own("keycloak", health) : health;
  }

  static Path readyMark(Settings settings) {
    return settings.run().resolve("ready");
  }
}
