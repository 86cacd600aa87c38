package io.tarn.local.product;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// How every part and service is, asked of themselves.
public final class Status {
  private final Settings settings;

  public Status(Settings settings) {
    this.settings = settings;
  }

  /// Prints a line for each; true when all is ready and the demo data can be queried.
  public boolean print(PrintStream out) throws IOException {
    var ready = true;
    for (var found : look().entrySet()) {
      var complaint = found.getValue().complaint();
      out.printf(
          "  %s %-18s %s%n",
          complaint.isEmpty() ? "✓" : "✗", found.getKey(), complaint.orElse("ready"));
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
    putOwn(found, "postgres", "TARN_POSTGRES_URL", Health.ofPort(addresses.postgres()));
    putOwn(found, "kafka", "TARN_KAFKA_BOOTSTRAP_SERVERS", Health.ofPort(addresses.kafka()));
    putOwn(found, "s3", "TARN_S3_ENDPOINT", Health.ofPort(addresses.s3()));
    found.put("identity provider", identityProvider());
    for (var service : Service.values()) {
      found.put(service.module(), own(service.module(), Health.ofService(service.port(addresses))));
    }
    found.put(
        "demo data",
        Files.exists(readyMark(settings)) ? Health.good() : Health.bad("is not in yet"));
    return found;
  }

  private void putOwn(Map<String, Health> found, String name, String variable, Health health)
      throws IOException {
    found.put(name, settings.external(variable).isPresent() ? Health.good() : own(name, health));
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
