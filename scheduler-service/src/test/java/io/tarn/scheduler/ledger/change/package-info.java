@NullMarked
package io.tarn.scheduler.ledger.change;

import org.jspecify.annotations.NullMarked;
