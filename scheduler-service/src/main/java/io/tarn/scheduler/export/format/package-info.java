/// The forms of files that rows are exported to: gzip CSV as of CloudTrail Lake, gzip JSON lines,
/// and Parquet. Plain Java: streams in, streams out, no clock and no database.
@NullMarked
package io.tarn.scheduler.export.format;

import org.jspecify.annotations.NullMarked;
