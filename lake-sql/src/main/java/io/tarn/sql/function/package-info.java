/// The functions that statements can call: read from one table, with their signatures in Trino and
/// what each engine writes for them.
@NullMarked
package io.tarn.sql.function;

import org.jspecify.annotations.NullMarked;
