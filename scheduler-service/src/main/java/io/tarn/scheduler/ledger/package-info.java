/// The change ledger: each write event of a tenant with what is said of it and why.
@NullMarked
package io.tarn.scheduler.ledger;

import org.jspecify.annotations.NullMarked;
