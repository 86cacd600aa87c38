package io.tarn.catalog.store;

import io.tarn.catalog.provisioning.Expiring;
import io.tarn.catalog.provisioning.TenantProvisioning;
import io.tarn.catalog.store.StoreException.PreviewOutdated;
import io.tarn.catalog.store.StoreException.UnknownToken;
import io.tarn.common.secret.MasterSecret;
import io.tarn.service.gate.Grant.GrantedTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Says what a shorter retention would remove, and knows its own tokens again.
///
/// A token has two halves, so that one that never fitted is told from one that fits no more:
///
/// ```
/// a mark over store and days . a mark over what stood in the preview
/// ```
@ApplicationScoped
class RetentionPreviews {
  private static final int MARK = 32;

  private final TenantProvisioning provisioning;
  private final MasterSecret secret;

  RetentionPreviews(TenantProvisioning provisioning, MasterSecret secret) {
    this.provisioning = provisioning;
    this.secret = secret;
  }

  /// What this retention would remove by now.
  RetentionPreview of(GrantedTenant tenant, EventDataStore store, int days) {
    var expiring = provisioning.expiring(tenant, store.id(), days);
    var change = mark("change", store.tenant() + " " + store.id() + " " + days);
    return new RetentionPreview(
        days,
        expiring.keepsFrom(),
        expiring.events(),
        expiring.from(),
        expiring.to(),
        change + "." + mark("content", change + " " + content(store, expiring)));
  }

  /// Refuses what is not the token of this preview.
  static void demand(RetentionPreview preview, String token) {
    var expected = preview.token();
    if (!isSame(expected.substring(0, MARK), token.substring(0, Math.min(MARK, token.length())))) {
      throw new UnknownToken();
    }
    if (!isSame(expected, token)) {
      throw new PreviewOutdated();
    }
  }

  private static String content(EventDataStore store, Expiring expiring) {
    return "%s %s %d %s %s"
        .formatted(
            store.rules().retentionDays(),
            expiring.keepsFrom(),
            expiring.events(),
            expiring.from(),
            expiring.to());
  }

  private String mark(String part, String of) {
    return secret.derive("retention-preview", part + " " + of).substring(0, MARK);
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
