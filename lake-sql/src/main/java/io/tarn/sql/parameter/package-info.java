/// Parameters of statements: declared with a type, given as values, bound and never made text.
@NullMarked
package io.tarn.sql.parameter;

import org.jspecify.annotations.NullMarked;
