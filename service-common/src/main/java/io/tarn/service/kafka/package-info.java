/// The topics that services exchange, and who makes them.
@NullMarked
package io.tarn.service.kafka;

import org.jspecify.annotations.NullMarked;
