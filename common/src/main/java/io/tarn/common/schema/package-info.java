/// The columns of an event data store: what statements see (Lake's names and types) and how
/// PostgreSQL keeps them. ingest-service writes by this model and query-service reads by it.
@NullMarked
package io.tarn.common.schema;

import org.jspecify.annotations.NullMarked;
