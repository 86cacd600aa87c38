package io.tarn.cli;

import io.tarn.local.edge.EdgeClient;
import io.tarn.local.product.Secrets;
import io.tarn.local.product.Settings;
import io.tarn.local.realm.DemoUser;
import io.tarn.parts.PartException;
import java.io.IOException;
import java.nio.file.Files;

/// Connection of a command to the edge as a demo user.
final class EdgeConnection {
  private EdgeConnection() {}

  static EdgeClient open(Settings settings, String tenant, String role) throws IOException {
    if (!settings.hasDemo()) {
      throw new PartException(
          "The demo users live on the embedded identity provider; with one of your own, take a token of it.");
    }
    if (!Files.exists(settings.state().resolve("secrets/demo-password"))) {
      throw new PartException("Nothing was started here yet: ./tarn up");
    }
    return new EdgeClient(
        settings.publicUrl(),
        settings.issuer(),
        DemoUser.usernameOf(tenant, role),
        Secrets.loadOrCreate(settings).demoPassword());
  }
}
