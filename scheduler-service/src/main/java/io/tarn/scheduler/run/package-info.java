/// Runs: each firing of a schedule, from its due time to its end.
@NullMarked
package io.tarn.scheduler.run;

import org.jspecify.annotations.NullMarked;
