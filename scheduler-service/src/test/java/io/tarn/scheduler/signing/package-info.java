/// Tests of signing keys, and of what they sign.
@NullMarked
package io.tarn.scheduler.signing;

import org.jspecify.annotations.NullMarked;
