@NullUnmarked
package io.tarn.scheduler.chargeback;

import org.jspecify.annotations.NullUnmarked;
