/// The parts for tests, tested.
@NullMarked
package io.tarn.testing;

import org.jspecify.annotations.NullMarked;
