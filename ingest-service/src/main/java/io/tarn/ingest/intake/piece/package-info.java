/// What is found in the files that clients send, told one piece at a time: events, broken places,
/// and files that are kept whole. The border between reading a file and deciding about its events.
@NullMarked
package io.tarn.ingest.intake.piece;

import org.jspecify.annotations.NullMarked;
