package io.tarn.catalog.query;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.tarn.catalog.query.Publication.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The rows of publications.
@ApplicationScoped
class PublicationRepository implements PanacheRepositoryBase<PublicationEntity, UUID> {
  private static final int MOST_LISTED = 1000;

  List<PublicationEntity> list(State state) {
    return find("state = ?1", Sort.by("requestedAt"), state.wireName()).page(0, MOST_LISTED).list();
  }

  List<PublicationEntity> ofQuery(UUID query) {
    return find("queryId = ?1", Sort.descending("requestedAt"), query).page(0, MOST_LISTED).list();
  }

  Optional<PublicationEntity> ofQuery(UUID query, State state) {
    return find("queryId = ?1 and state = ?2", query, state.wireName())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  Optional<PublicationEntity> lock(UUID id) {
    return find("id = ?1", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }
}
