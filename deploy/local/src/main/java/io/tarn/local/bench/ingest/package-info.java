/// How fast events are taken in, and what that costs beside the database alone.
@NullMarked
package io.tarn.local.bench.ingest;

import org.jspecify.annotations.NullMarked;
