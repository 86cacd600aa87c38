/// Schedules, exports and their proof, from the edge to the bucket.
@NullMarked
package io.tarn.acceptance.schedules;

import org.jspecify.annotations.NullMarked;
