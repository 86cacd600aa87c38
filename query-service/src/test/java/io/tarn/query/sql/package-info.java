/// Tests of the translator.
@NullMarked
package io.tarn.query.sql;

import org.jspecify.annotations.NullMarked;
