/// The page of the language below `docs/reference`, made from the translator's tables.
@NullMarked
package io.tarn.sql.reference;

import org.jspecify.annotations.NullMarked;
