/// The event data stores of a tenant.
@NullMarked
package io.tarn.catalog.store;

import org.jspecify.annotations.NullMarked;
