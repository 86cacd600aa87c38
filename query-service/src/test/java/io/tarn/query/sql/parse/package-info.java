/// Tests of the translator.
@NullMarked
package io.tarn.query.sql.parse;

import org.jspecify.annotations.NullMarked;
