/// Tests of the translator.
@NullMarked
package io.tarn.sql.analysis;

import org.jspecify.annotations.NullMarked;
