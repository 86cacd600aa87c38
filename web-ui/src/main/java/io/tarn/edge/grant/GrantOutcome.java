package io.tarn.edge.grant;

import io.tarn.edge.problem.Refusal;

/// Result of the exchange of a credential for a grant.
public sealed interface GrantOutcome {
  /// The request may go on, under this grant.
  record Granted(String grant) implements GrantOutcome {
    @Override
    public String toString() {
      return "Granted[hidden]";
    }
  }

  /// The request ends here.
  record Refused(Refusal refusal) implements GrantOutcome {}
}
