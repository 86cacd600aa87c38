package io.tarn.edge.parts;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/// Starts the parts around the edge and configures their addresses. With the argument
/// `scheme=https` people reach the edge by HTTPS, which ends at a proxy before it. Each request has
/// a grant of its own.
public class Installation implements QuarkusTestResourceLifecycleManager {
  public static final String MASTER_SECRET = "0123456789abcdef".repeat(4);

  private static RecordingService services;
  private static Provider provider;

  private String scheme = "http";

  public static RecordingService services() {
    return services;
  }

  public static Provider provider() {
    return provider;
  }

  @Override
  public void init(Map<String, String> arguments) {
    scheme = arguments.getOrDefault("scheme", scheme);
  }

  @Override
  public Map<String, String> start() {
    try {
      services = new RecordingService();
      provider = new Provider();
      return settings(freePort());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// How long the edge keeps grants, in ISO form.
  protected String keepGrantsFor() {
    return "PT0S";
  }

  private Map<String, String> settings(int port) throws IOException {
    var settings = new HashMap<String, String>();
    settings.put("quarkus.http.test-port", String.valueOf(port));
    settings.put("quarkus.management.test-port", "0");
    settings.put("tarn.public-url", scheme + "://localhost:" + port);
    settings.put("tarn.oidc.issuer", provider.issuer());
    settings.put("tarn.oidc.client-secret-file", secretFile(Provider.CLIENT_SECRET).toString());
    settings.put("tarn.master-secret-file", secretFile(MASTER_SECRET).toString());
    for (var service : new String[] {"catalog", "ingest", "query", "scheduler"}) {
      settings.put("tarn.services." + service + ".url", services.url());
    }
    settings.put("tarn.edge.max-upload-size", "300M");
    settings.put("tarn.edge.answer-timeout", "PT2S");
    settings.put("tarn.edge.keep-grants-for", keepGrantsFor());
    return settings;
  }

  private static Path secretFile(String secret) throws IOException {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var file = Files.createTempFile("tarn-edge-test", ".secret", mode);
    file.toFile().deleteOnExit();
    return Files.writeString(file, secret);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void stop() {
    services.close();
    provider.close();
  }
}
