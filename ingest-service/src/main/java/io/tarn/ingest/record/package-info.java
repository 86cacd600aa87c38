/// From the original text of an event to the values of its columns, by the column model of
/// `common`. Plain Java: no database, no clock.
@NullMarked
package io.tarn.ingest.record;

import org.jspecify.annotations.NullMarked;
