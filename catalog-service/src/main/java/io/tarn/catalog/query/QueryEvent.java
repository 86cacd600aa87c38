package io.tarn.catalog.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change of a kept query as `tarn.saved-queries.v1` tells it, without what the query says.
///
/// @param tenant absent for the operator's
/// @param change created, saved, shared, unshared, deleted, restored, published or withdrawn
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueryEvent(
    String id,
    String place,
    @Nullable String tenant,
    int version,
    String visibility,
    String change,
    Instant at) {
  static QueryEvent of(QueryEntity query, String change, Instant at) {
    return new QueryEvent(
        query.id.toString(),
        query.place,
        query.tenantId,
        query.version,
        query.visibility,
        change,
        at);
  }
}
