/// Tests of the translator.
@NullMarked
package io.tarn.sql.render.postgres;

import org.jspecify.annotations.NullMarked;
