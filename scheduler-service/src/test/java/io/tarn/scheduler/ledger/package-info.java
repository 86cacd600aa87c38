@org.jspecify.annotations.NullMarked
package io.tarn.scheduler.ledger;
