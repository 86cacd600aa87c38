/// The command line's way into the product: the same door as everybody's, with a real token.
@NullMarked
package io.tarn.local.edge;

import org.jspecify.annotations.NullMarked;
