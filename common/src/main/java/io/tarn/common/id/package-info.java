/// New ids: time-ordered UUIDs, and the ids of tenants.
@NullMarked
package io.tarn.common.id;

import org.jspecify.annotations.NullMarked;
