/// When two events are the same: canonical JSON (RFC 8785) and the digest over it.
@NullMarked
package io.tarn.ingest.canonical;

import org.jspecify.annotations.NullMarked;
