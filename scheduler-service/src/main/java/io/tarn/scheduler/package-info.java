/// Schedules, runs, exports and notifications. The room stands with its walls (gate, outbox,
/// health, metrics) and has no endpoint of its own yet.
@NullMarked
package io.tarn.scheduler;

import org.jspecify.annotations.NullMarked;
