/// From the tree to the text of an engine: relations are folded into SELECTs as far as they go, and
/// a [io.tarn.sql.render.Dialect] says what the engine writes for values, types and functions.
@NullMarked
package io.tarn.sql.render;

import org.jspecify.annotations.NullMarked;
