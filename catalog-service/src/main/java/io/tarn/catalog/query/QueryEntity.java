package io.tarn.catalog.query;

import io.tarn.service.gate.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "queries")
class QueryEntity {
  static final String PRIVATE = "private";
  static final String SHARED = "shared";

  @Id UUID id;
  @Column String place;
  @Column @Nullable String libraryName;
  @Column @Nullable String tenantId;
  @Column @Nullable String ownerIssuer;
  @Column @Nullable String ownerSubject;
  @Column @Nullable String ownerName;
  @Column String visibility;
  @Column int version;
  @Column @Nullable UUID originId;
  @Column @Nullable Integer originVersion;
  @Column Instant createdAt;
  @Column Instant updatedAt;
  @Column @Nullable Instant deletedAt;

  QueryPlace place() {
    return QueryPlace.of(place);
  }

  boolean isShared() {
    return visibility.equals(SHARED);
  }

  void owner(Actor owner) {
    ownerIssuer = owner.issuer();
    ownerSubject = owner.subject();
    ownerName = owner.name();
  }

  @Nullable Actor owner() {
    return ownerIssuer == null || ownerSubject == null || ownerName == null
        ? null
        : new Actor(ownerIssuer, ownerSubject, ownerName);
  }
}
