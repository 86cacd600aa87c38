/// query-service from its packaged jar, several at a time: dead ones, cancels that come to another,
/// and results of a million rows.
@NullMarked
package io.tarn.acceptance.query;

import org.jspecify.annotations.NullMarked;
