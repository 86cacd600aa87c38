/// From Kafka into PostgreSQL: one transaction a batch, which holds the events, the ledgers and the
/// next offset, so that a crash neither loses nor doubles an event.
@NullMarked
package io.tarn.ingest.writing;

import org.jspecify.annotations.NullMarked;
