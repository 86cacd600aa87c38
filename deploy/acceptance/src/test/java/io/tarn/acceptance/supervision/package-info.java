/// What the launcher does for a product that runs: closes its state to others, and starts again
/// what ended by itself.
@NullMarked
package io.tarn.acceptance.supervision;

import org.jspecify.annotations.NullMarked;
