@NullUnmarked
package io.tarn.scheduler.report;

import org.jspecify.annotations.NullUnmarked;
