/// The installation's one master secret, and every other secret derived from it by purpose and
/// name.
@NullMarked
package io.tarn.common.secret;

import org.jspecify.annotations.NullMarked;
