package io.tarn.catalog.membership;

import io.tarn.catalog.config.CatalogConfig;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Who manages tenants and people. They see no events: so they have no role inside of a tenant,
/// by whatever way it would come, and one that is on record all the same has no effect.
@ApplicationScoped
public class PlatformAdmins {
  private final @Nullable String bootstrapAdmin;

  PlatformAdmins(CatalogConfig config) {
    this.bootstrapAdmin = config.bootstrapAdmin().orElse(null);
  }

  public boolean contains(String issuer, String subject) {
    return (issuer + "|" + subject).equals(bootstrapAdmin);
  }

  /// @throws MembershipException.OfPlatform where the person is a platform-admin
  void refuse(String issuer, String subject) {
    if (contains(issuer, subject)) {
      throw new MembershipException.OfPlatform();
    }
  }
}
