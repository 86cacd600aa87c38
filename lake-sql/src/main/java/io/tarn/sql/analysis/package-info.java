/// From parsed nodes to the typed tree: names, types, coercions and grouping by the rules of Trino
/// and the deviations of Lake.
@NullMarked
package io.tarn.sql.analysis;

import org.jspecify.annotations.NullMarked;
