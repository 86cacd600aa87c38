/// Tests of what statements scan, on a real PostgreSQL.
@NullMarked
package io.tarn.query.scan;

import org.jspecify.annotations.NullMarked;
