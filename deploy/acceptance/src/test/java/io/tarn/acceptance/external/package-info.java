/// The product on parts that somebody else runs: it is given their addresses and starts only its
/// own services.
@NullMarked
package io.tarn.acceptance.external;

import org.jspecify.annotations.NullMarked;
