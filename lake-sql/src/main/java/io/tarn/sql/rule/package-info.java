/// Rewrites of the tree, one class each, listed in [io.tarn.sql.rule.Rules].
@NullMarked
package io.tarn.sql.rule;

import org.jspecify.annotations.NullMarked;
