/// The translator: a Lake SQL statement becomes one PostgreSQL statement with bound parameters.
/// Plain Java without clock and I/O; [Translator] is the way in.
///
/// ```
/// statement -> parse -> analysis -> tree -> rule -> render.postgres -> Translation
/// ```
@NullMarked
package io.tarn.sql;

import org.jspecify.annotations.NullMarked;
