package io.tarn.edge.grant;

import io.tarn.edge.problem.Refusal;

/// What catalog-service makes of a credential.
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
