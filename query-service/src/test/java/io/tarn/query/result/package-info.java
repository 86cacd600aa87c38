/// How values become results.
@NullMarked
package io.tarn.query.result;

import org.jspecify.annotations.NullMarked;
