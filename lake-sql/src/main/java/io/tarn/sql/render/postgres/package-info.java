/// From the tree to PostgreSQL text. Values are bound, identifiers quoted by one method.
@NullMarked
package io.tarn.sql.render.postgres;

import org.jspecify.annotations.NullMarked;
