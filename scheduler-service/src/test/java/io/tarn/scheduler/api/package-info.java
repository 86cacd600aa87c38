/// Tests of the native API of schedules.
@NullMarked
package io.tarn.scheduler.api;

import org.jspecify.annotations.NullMarked;
