/// Tests of the formats of proofs.
@NullMarked
package io.tarn.common.proof;

import org.jspecify.annotations.NullMarked;
