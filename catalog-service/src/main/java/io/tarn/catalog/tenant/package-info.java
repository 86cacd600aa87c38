/// Customer organisations: their names, states and accounts.
@NullMarked
package io.tarn.catalog.tenant;

import org.jspecify.annotations.NullMarked;
