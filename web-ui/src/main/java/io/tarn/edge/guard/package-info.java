/// Filters of every request: forged writes, headers from outside, headers of browsers' safety.
@NullMarked
package io.tarn.edge.guard;

import org.jspecify.annotations.NullMarked;
