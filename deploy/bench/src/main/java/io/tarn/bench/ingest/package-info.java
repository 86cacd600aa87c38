/// Throughput and cost of imports, compared with the database alone.
@NullMarked
package io.tarn.bench.ingest;

import org.jspecify.annotations.NullMarked;
