/// Listings by cursor: one page of items, and the opaque place where the next one begins.
@NullMarked
package io.tarn.service.paging;

import org.jspecify.annotations.NullMarked;
