/// The monthly report of a change ledger: how much was approved, by whom and how fast.
@NullMarked
package io.tarn.scheduler.ledger.report;

import org.jspecify.annotations.NullMarked;
