/// Purge of an upload: the events that only it contains leave their stores, in small steps and
/// with removal records. What another upload contains too stays and becomes that one's.
@NullMarked
package io.tarn.ingest.purge;

import org.jspecify.annotations.NullMarked;
