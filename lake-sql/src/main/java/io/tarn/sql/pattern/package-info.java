/// Constant patterns of statements: regular expressions, LIKE patterns and JSON paths, turned into
/// PostgreSQL's forms where both engines are certain to agree, and refused where they are not.
@NullMarked
package io.tarn.sql.pattern;

import org.jspecify.annotations.NullMarked;
