/// Kept queries on the running product: who runs, sees, shares and publishes them.
@NullMarked
package io.tarn.acceptance.catalogue;

import org.jspecify.annotations.NullMarked;
