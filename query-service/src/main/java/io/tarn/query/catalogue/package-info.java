/// Kept queries, which catalog-service has.
@NullMarked
package io.tarn.query.catalogue;

import org.jspecify.annotations.NullMarked;
