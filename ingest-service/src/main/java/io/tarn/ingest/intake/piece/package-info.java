/// The pieces of the files that clients send, one at a time, with their source locations: events,
/// what cannot be read, and files that are kept whole. The border between reading a file and
/// deciding about its events.
@NullMarked
package io.tarn.ingest.intake.piece;

import org.jspecify.annotations.NullMarked;
