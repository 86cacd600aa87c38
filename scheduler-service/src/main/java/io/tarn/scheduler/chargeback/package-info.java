/// Charges usage to cost centres: meters count, allocation rules say who pays, a rate card says how
/// much, and a statement of a month adds it up.
@NullMarked
package io.tarn.scheduler.chargeback;

import org.jspecify.annotations.NullMarked;
