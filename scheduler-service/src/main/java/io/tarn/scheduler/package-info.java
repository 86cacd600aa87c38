/// Schedules and their runs; later exports and notifications.
@NullMarked
package io.tarn.scheduler;

import org.jspecify.annotations.NullMarked;
