@NullMarked
package io.tarn.scheduler.ledger.report;

import org.jspecify.annotations.NullMarked;
