/// The judge: what a real Trino answers, and how an answer of Tarn's is held against it.
@NullMarked
package io.tarn.sql.oracle;

import org.jspecify.annotations.NullMarked;
