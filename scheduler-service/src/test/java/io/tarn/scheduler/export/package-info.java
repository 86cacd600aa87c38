/// Tests of exports.
@NullMarked
package io.tarn.scheduler.export;

import org.jspecify.annotations.NullMarked;
