/// Tests of constant patterns.
@NullMarked
package io.tarn.sql.pattern;

import org.jspecify.annotations.NullMarked;
