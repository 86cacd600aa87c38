/// Measurements that take longer than a test may, each with a state of its own.
@NullMarked
package io.tarn.bench;

import org.jspecify.annotations.NullMarked;
