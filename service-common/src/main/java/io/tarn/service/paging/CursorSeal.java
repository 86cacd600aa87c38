package io.tarn.service.paging;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.tarn.common.secret.MasterSecret;
import io.tarn.common.secret.SecretBox;
import io.tarn.service.gate.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Seals cursors for the tenant of the request being answered (or for the platform as a whole), so
/// that a client reads nothing in them, and none opens in another tenant. The key is derived from
/// the master secret, so all replicas of all services have the same.
@ApplicationScoped
@Unremovable
class CursorSeal {
  private static final String PLATFORM = "platform";

  private final SecretBox box;
  private final CurrentTenant caller;

  CursorSeal(MasterSecret secret, CurrentTenant caller) {
    this.box = new SecretBox(secret, "cursor");
    this.caller = caller;
  }

  /// The one of this service; cursors are plain values elsewhere, and made and read by requests.
  static CursorSeal ofService() {
    return Arc.requireContainer().instance(CursorSeal.class).get();
  }

  String seal(String text) {
    return box.sealText(text, place());
  }

  /// Null where it was not sealed for this tenant.
  @Nullable String open(String sealed) {
    return box.openText(sealed, place());
  }

  private String place() {
    var tenant = caller.grant().tenant();
    return tenant == null ? PLATFORM : tenant.id().value();
  }
}
