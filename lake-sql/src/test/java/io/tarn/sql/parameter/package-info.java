/// Tests of the translator.
@NullMarked
package io.tarn.sql.parameter;

import org.jspecify.annotations.NullMarked;
