/// Upload of many files through the edge: their sources, parallel sending, progress and totals.
@NullMarked
package io.tarn.local.sending;

import org.jspecify.annotations.NullMarked;
