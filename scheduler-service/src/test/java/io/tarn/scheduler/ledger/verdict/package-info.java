@NullMarked
package io.tarn.scheduler.ledger.verdict;

import org.jspecify.annotations.NullMarked;
