/// Event data stores as people use them, through the only door.
@NullMarked
package io.tarn.acceptance.store;

import org.jspecify.annotations.NullMarked;
