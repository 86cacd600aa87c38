/// Tests of the translator.
@NullMarked
package io.tarn.sql.parse;

import org.jspecify.annotations.NullMarked;
