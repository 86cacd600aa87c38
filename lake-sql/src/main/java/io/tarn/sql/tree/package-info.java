/// The typed tree of a statement. It knows Lake's columns and Trino's types, and no engine.
@NullMarked
package io.tarn.sql.tree;

import org.jspecify.annotations.NullMarked;
