/// What PostgreSQL writes for values, types, functions and stored columns.
@NullMarked
package io.tarn.sql.render.postgres;

import org.jspecify.annotations.NullMarked;
