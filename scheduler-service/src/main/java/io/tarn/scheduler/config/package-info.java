/// Settings of this service.
@NullMarked
package io.tarn.scheduler.config;

import org.jspecify.annotations.NullMarked;
