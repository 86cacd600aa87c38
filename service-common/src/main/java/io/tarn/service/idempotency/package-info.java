/// Writes that may be repeated: the same key and body give the same answer, once.
///
/// A service that takes such writes has the table of `idempotency.sql` in its migrations.
@NullMarked
package io.tarn.service.idempotency;

import org.jspecify.annotations.NullMarked;
