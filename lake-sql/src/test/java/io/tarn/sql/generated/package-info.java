/// Statements made at random, of parts whose types fit: the same seed makes the same ones. What
/// they are made of stands in `generated/expressions.txt` and in the table of functions.
@NullMarked
package io.tarn.sql.generated;

import org.jspecify.annotations.NullMarked;
