/// Tests of schedules.
@NullMarked
package io.tarn.scheduler.schedule;

import org.jspecify.annotations.NullMarked;
