/// Transactions and values of the database.
@NullMarked
package io.tarn.scheduler.data;

import org.jspecify.annotations.NullMarked;
