/// Reads events of tenants through query-service, for what this service does by itself.
@NullMarked
package io.tarn.scheduler.reading;

import org.jspecify.annotations.NullMarked;
