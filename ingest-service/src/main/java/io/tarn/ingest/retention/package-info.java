/// How events leave a store: retention by event time, in small steps, and the removal records that
/// say what went. Nothing else in the service deletes events but a purged upload, which keeps
/// its records here too.
@NullMarked
package io.tarn.ingest.retention;

import org.jspecify.annotations.NullMarked;
