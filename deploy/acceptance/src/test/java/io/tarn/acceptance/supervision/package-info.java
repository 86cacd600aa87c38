/// Supervision of a running product: its state is private, and the launcher starts again
/// what ended by itself.
@NullMarked
package io.tarn.acceptance.supervision;

import org.jspecify.annotations.NullMarked;
