/// The types of expressions, with Trino's meaning, and Trino's rules for them.
@NullMarked
package io.tarn.sql.type;

import org.jspecify.annotations.NullMarked;
