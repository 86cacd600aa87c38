/// Event data stores, through the edge.
@NullMarked
package io.tarn.acceptance.store;

import org.jspecify.annotations.NullMarked;
