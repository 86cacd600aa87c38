package io.tarn.edge.grant;

import io.tarn.edge.problem.Refusal;
import java.time.Instant;

/// Result of the exchange of a credential for a grant.
public sealed interface GrantOutcome {
  /// The request may go on, under this grant.
  ///
  /// @param endsAt when the grant or the credential ends, whichever comes first
  record Granted(String grant, Instant endsAt) implements GrantOutcome {
    @Override
    public String toString() {
      return "Granted[hidden]";
    }
  }

  /// The request ends here.
  record Refused(Refusal refusal) implements GrantOutcome {}
}
