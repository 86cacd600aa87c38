/// Rewrites of the tree, one class each, listed in [io.tarn.query.sql.rule.Rules].
@NullMarked
package io.tarn.query.sql.rule;

import org.jspecify.annotations.NullMarked;
