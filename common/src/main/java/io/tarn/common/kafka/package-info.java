/// The topics that services exchange, and who makes them.
@NullMarked
package io.tarn.common.kafka;

import org.jspecify.annotations.NullMarked;
