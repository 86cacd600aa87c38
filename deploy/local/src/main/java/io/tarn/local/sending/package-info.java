/// Sending many files through the door: where they come from, several at a time, and what is shown
/// of it.
@NullMarked
package io.tarn.local.sending;

import org.jspecify.annotations.NullMarked;
