/// Compressed streams and archives, recognised by their first bytes and unpacked while they come.
@NullMarked
package io.tarn.ingest.intake.unpack;

import org.jspecify.annotations.NullMarked;
