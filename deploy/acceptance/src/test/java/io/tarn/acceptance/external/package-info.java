/// The product on external parts: it starts only its own services.
@NullMarked
package io.tarn.acceptance.external;

import org.jspecify.annotations.NullMarked;
