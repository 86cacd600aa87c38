/// Taking an upload back: the events that it alone brought leave their stores, in small steps and
/// with removal records. What another upload brought too stays and becomes that one's.
@NullMarked
package io.tarn.ingest.purge;

import org.jspecify.annotations.NullMarked;
