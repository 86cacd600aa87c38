package io.tarn.catalog.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of kept queries and their versions.
@ApplicationScoped
class QueryRepository implements PanacheRepositoryBase<QueryEntity, UUID> {
  private final ObjectMapper json;

  QueryRepository(ObjectMapper json) {
    this.json = json;
  }

  /// Until the end of the transaction nobody else changes it; a deleted one is found, too.
  Optional<QueryEntity> lock(UUID id) {
    return find("id = ?1", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /// How many a tenant keeps.
  long countOf(TenantId tenant) {
    return count("tenantId = ?1 and deletedAt is null", tenant.value());
  }

  long countOfOperator() {
    return count("place = ?1 and deletedAt is null", QueryPlace.OPERATOR.wireName());
  }

  /// The operator's, by the titles of their newest versions.
  List<QueryEntity> ofOperator() {
    return find(
            "from QueryEntity q join QueryVersionEntity v on v.queryId = q.id"
                + " and v.version = q.version"
                + " where q.place = ?1 and q.deletedAt is null order by v.title, q.id",
            QueryPlace.OPERATOR.wireName())
        .list();
  }

  List<QueryEntity> ofLibrary() {
    return list("place", QueryPlace.LIBRARY.wireName());
  }

  /// Until the end of the transaction nobody else brings the library up to date.
  void lockLibrary() {
    getEntityManager()
        .createNativeQuery("select cast(pg_advisory_xact_lock(hashtext('library')) as text)")
        .getSingleResult();
  }

  /// Adds what is the query's newest version from now on.
  void addVersion(
      QueryEntity query,
      QueryContent content,
      Actor author,
      @Nullable String message,
      Instant now) {
    query.version++;
    query.updatedAt = now;
    var texts = SearchTexts.of(content);
    var row = new QueryVersionEntity();
    row.queryId = query.id;
    row.version = query.version;
    row.content = written(content);
    row.title = content.title();
    row.category = content.category();
    row.tags = content.tags();
    row.keywords = texts.keywords();
    row.prose = texts.prose();
    row.body = texts.body();
    row.authorIssuer = author.issuer();
    row.authorSubject = author.subject();
    row.authorName = author.name();
    row.message = message;
    row.createdAt = now;
    persistAndFlush(query);
    getEntityManager().persist(row);
    flush();
  }

  Optional<QueryVersionEntity> version(UUID query, int version) {
    var key = new QueryVersionEntity.Key(query, version);
    return Optional.ofNullable(getEntityManager().find(QueryVersionEntity.class, key));
  }

  Optional<QueryContent> content(UUID query, int version) {
    return version(query, version).map(row -> read(row.content));
  }

  /// The content that was written as JSON.
  QueryContent read(String content) {
    try {
      return json.readValue(content, QueryContent.class);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("a kept query cannot be read", failure);
    }
  }

  private String written(QueryContent content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("a query cannot be written", failure);
    }
  }
}
