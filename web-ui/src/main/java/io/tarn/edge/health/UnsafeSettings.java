package io.tarn.edge.health;

import io.tarn.edge.config.InstallationConfig;
import io.tarn.edge.config.OidcConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Names settings that are fine on one machine and dangerous on a network.
@Readiness
@ApplicationScoped
public class UnsafeSettings implements HealthCheck {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final InstallationConfig installation;
  private final OidcConfig oidc;

  UnsafeSettings(InstallationConfig installation, OidcConfig oidc) {
    this.installation = installation;
    this.oidc = oidc;
  }

  @Override
  public HealthCheckResponse call() {
    var faults = faults(installation.publicUrl(), oidc.issuer());
    var response = HealthCheckResponse.named("unsafe-settings").status(faults.isEmpty());
    if (!faults.isEmpty()) {
      response.withData("settings", String.join("; ", faults));
    }
    return response.build();
  }

  static List<String> faults(URI publicUrl, URI issuer) {
    var faults = new ArrayList<String>();
    if (isOpen(publicUrl)) {
      faults.add("tarn.public-url is http: session cookies cross the network in the clear");
    }
    if (isOpen(issuer)) {
      faults.add("tarn.oidc.issuer is http: tokens cross the network in the clear");
    }
    return faults;
  }

  private static boolean isOpen(URI address) {
    return !"https".equals(address.getScheme()) && !LOOPBACK.contains(address.getHost());
  }
}
