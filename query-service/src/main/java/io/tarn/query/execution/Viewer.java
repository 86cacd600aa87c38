package io.tarn.query.execution;

import io.tarn.service.gate.Actor;

/// Who asks for executions: one who sees everybody's, or only their own.
public record Viewer(Actor actor, boolean seesAll) {
  boolean sees(QueryExecution execution) {
    return seesAll || isOwn(execution.actor());
  }

  private boolean isOwn(Actor other) {
    return actor.issuer().equals(other.issuer()) && actor.subject().equals(other.subject());
  }
}
