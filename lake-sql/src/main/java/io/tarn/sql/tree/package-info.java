/// The typed tree of a statement: relations, which give rows, and expressions over their symbols.
/// It knows Lake's columns and Trino's types, and no engine.
@NullMarked
package io.tarn.sql.tree;

import org.jspecify.annotations.NullMarked;
