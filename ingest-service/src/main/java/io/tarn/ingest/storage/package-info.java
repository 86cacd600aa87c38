/// The event tables of tenants: schemas and logins, tables with their indexes, partitions by range
/// of event time, made ahead and on demand.
@NullMarked
package io.tarn.ingest.storage;

import org.jspecify.annotations.NullMarked;
