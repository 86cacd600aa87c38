/// The whole product on one machine: where its parts and services are, starting them in order,
/// watching them, and saying how they are.
@NullMarked
package io.tarn.local.product;

import org.jspecify.annotations.NullMarked;
