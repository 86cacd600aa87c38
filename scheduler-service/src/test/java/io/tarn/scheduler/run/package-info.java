/// Tests of runs.
@NullMarked
package io.tarn.scheduler.run;

import org.jspecify.annotations.NullMarked;
