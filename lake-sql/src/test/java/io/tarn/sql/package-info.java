/// Tests of the translator.
@NullMarked
package io.tarn.sql;

import org.jspecify.annotations.NullMarked;
