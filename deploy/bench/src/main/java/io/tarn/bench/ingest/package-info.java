/// How fast events are taken in, and what that costs beside the database alone.
@NullMarked
package io.tarn.bench.ingest;

import org.jspecify.annotations.NullMarked;
