/// Tests of destinations.
@NullMarked
package io.tarn.scheduler.destination;

import org.jspecify.annotations.NullMarked;
