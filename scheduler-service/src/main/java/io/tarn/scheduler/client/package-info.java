/// The other services, as this one asks them.
@NullMarked
package io.tarn.scheduler.client;

import org.jspecify.annotations.NullMarked;
