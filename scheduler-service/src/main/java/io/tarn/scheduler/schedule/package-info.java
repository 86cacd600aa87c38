/// Schedules: what is run when, for whom, and by which policies.
@NullMarked
package io.tarn.scheduler.schedule;

import org.jspecify.annotations.NullMarked;
