/// What a change is, how it was made, and which changes belong together: plain Java.
@NullMarked
package io.tarn.scheduler.ledger.change;

import org.jspecify.annotations.NullMarked;
