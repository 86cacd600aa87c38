/// Bytes that nobody wrote down, thrown at every operation, and what a neighbour sees of it.
@NullMarked
package io.tarn.acceptance.hostile;

import org.jspecify.annotations.NullMarked;
