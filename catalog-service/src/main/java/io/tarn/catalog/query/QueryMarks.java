package io.tarn.catalog.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/// What people leave at queries: favourites, and when they last ran one.
@ApplicationScoped
class QueryMarks {
  private static final String MARK =
      """
      insert into query_favourites (tenant_id, query_id, issuer, subject)
      values (?1, ?2, ?3, ?4) on conflict do nothing""";

  private static final String UNMARK =
      """
      delete from query_favourites
      where tenant_id = ?1 and query_id = ?2 and issuer = ?3 and subject = ?4""";

  private static final String RAN =
      """
      insert into query_last_runs (tenant_id, query_id, issuer, subject, run_at)
      values (?1, ?2, ?3, ?4, ?5)
      on conflict on constraint pk_query_last_runs do update set run_at = excluded.run_at""";

  private final EntityManager entities;

  QueryMarks(EntityManager entities) {
    this.entities = entities;
  }

  void favourite(QueryReader reader, UUID query, boolean isFavourite) {
    entities
        .createNativeQuery(isFavourite ? MARK : UNMARK)
        .setParameter(1, reader.tenant().value())
        .setParameter(2, query)
        .setParameter(3, reader.actor().issuer())
        .setParameter(4, reader.actor().subject())
        .executeUpdate();
  }

  void ran(QueryReader reader, UUID query, Instant at) {
    entities
        .createNativeQuery(RAN)
        .setParameter(1, reader.tenant().value())
        .setParameter(2, query)
        .setParameter(3, reader.actor().issuer())
        .setParameter(4, reader.actor().subject())
        .setParameter(5, at)
        .executeUpdate();
  }
}
