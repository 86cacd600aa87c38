/// The functions and aggregates that statements can call, with their signatures in Trino.
@NullMarked
package io.tarn.sql.function;

import org.jspecify.annotations.NullMarked;
