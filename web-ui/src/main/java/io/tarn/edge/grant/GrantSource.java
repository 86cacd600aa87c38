package io.tarn.edge.grant;

import io.tarn.edge.route.Destination;
import io.vertx.core.Future;

/// What gives grants for credentials.
interface GrantSource {
  /// A grant for one request, or why there is none.
  Future<GrantOutcome> grant(Credential credential, Destination destination, String requestId);

  /// Ends a session: no grant is given for it any more.
  Future<Void> endSession(Credential credential);
}
