/// Tests of the translator.
@NullMarked
package io.tarn.query.sql.analysis;

import org.jspecify.annotations.NullMarked;
