package io.tarn.catalog.query;

import io.tarn.service.gate.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "query_publications")
class PublicationEntity {
  @Id UUID id;
  @Column UUID queryId;
  @Column int version;
  @Column @Nullable List<String> audience;
  @Column String state;
  @Column String requestedIssuer;
  @Column String requestedBy;
  @Column String requestedName;
  @Column Instant requestedAt;
  @Column @Nullable String decidedIssuer;
  @Column @Nullable String decidedBy;
  @Column @Nullable String decidedName;
  @Column @Nullable Instant decidedAt;
  @Column @Nullable String note;

  void decide(Publication.State decision, Actor actor, @Nullable String reason, Instant at) {
    state = decision.wireName();
    decidedIssuer = actor.issuer();
    decidedBy = actor.subject();
    decidedName = actor.name();
    decidedAt = at;
    note = reason;
  }

  Publication publication() {
    return new Publication(
        id,
        queryId,
        version,
        audience,
        Publication.State.of(state),
        new Actor(requestedIssuer, requestedBy, requestedName),
        requestedAt,
        decider(),
        decidedAt,
        note);
  }

  private @Nullable Actor decider() {
    return decidedIssuer == null || decidedBy == null || decidedName == null
        ? null
        : new Actor(decidedIssuer, decidedBy, decidedName);
  }
}
