/// The native API of schedules and runs.
@NullMarked
package io.tarn.scheduler.api;

import org.jspecify.annotations.NullMarked;
