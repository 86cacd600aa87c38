/// How values become results.
@NullMarked
package io.tarn.query.engine;

import org.jspecify.annotations.NullMarked;
