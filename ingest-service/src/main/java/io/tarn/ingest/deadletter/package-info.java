/// Records that are no events, or none of their store: one ledger for what intake and the writers
/// rejected, with the reason and the original bytes.
@NullMarked
package io.tarn.ingest.deadletter;

import org.jspecify.annotations.NullMarked;
