/// What proves a result: the sign file of CloudTrail Lake, our own signed statement, and the
/// public keys that both are checked with. Plain formats without keys, clocks or files.
@NullMarked
package io.tarn.common.proof;

import org.jspecify.annotations.NullMarked;
