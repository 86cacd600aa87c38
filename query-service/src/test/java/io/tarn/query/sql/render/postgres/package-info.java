/// Tests of the translator.
@NullMarked
package io.tarn.query.sql.render.postgres;

import org.jspecify.annotations.NullMarked;
