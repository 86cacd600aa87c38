/// Compressed streams and archives, recognised by their first bytes and unpacked by libraries while
/// they come, within the limits that keep decompression bombs from doing harm.
@NullMarked
package io.tarn.ingest.intake.unpack;

import org.jspecify.annotations.NullMarked;
