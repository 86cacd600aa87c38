package io.tarn.catalog.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "query_versions")
@IdClass(QueryVersionEntity.Key.class)
class QueryVersionEntity {
  @Id UUID queryId;
  @Id int version;

  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "?::jsonb")
  String content;

  @Column String title;
  @Column String category;
  @Column List<String> tags;
  @Column String keywords;
  @Column String prose;
  @Column String body;
  @Column String authorIssuer;
  @Column String authorSubject;
  @Column String authorName;
  @Column @Nullable String message;
  @Column Instant createdAt;

  static final class Key implements Serializable {
    @Nullable UUID queryId;
    int version;

    Key() {}

    Key(UUID queryId, int version) {
      this.queryId = queryId;
      this.version = version;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && Objects.equals(queryId, key.queryId)
          && version == key.version;
    }

    @Override
    public int hashCode() {
      return Objects.hash(queryId, version);
    }
  }
}
