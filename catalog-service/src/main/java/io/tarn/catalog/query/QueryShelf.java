package io.tarn.catalog.query;

import java.util.List;
import java.util.UUID;

/// Where imported queries are kept: a tenant's own place, or the operator's.
interface QueryShelf {
  /// All queries there that the caller may change.
  List<SavedQuery> all();

  /// Why a query cannot be kept, and what its author should know.
  ContentRules.Outcome check(QueryContent content);

  SavedQuery create(QueryContent content);

  SavedQuery save(UUID id, int base, QueryContent content);

  void delete(UUID id, int base);
}
