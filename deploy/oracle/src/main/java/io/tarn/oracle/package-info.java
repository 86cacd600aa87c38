/// The judge of translations: a real Trino in a process of its own, with Lake's tables filled by
/// the rules of the reference alone. Shares no code with the product.
@NullMarked
package io.tarn.oracle;

import org.jspecify.annotations.NullMarked;
