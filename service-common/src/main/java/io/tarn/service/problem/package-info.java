/// Refusals and failures as problem documents (RFC 9457): one shape, stable types, and nothing of
/// the database, of other tenants or of a stack in them.
@NullMarked
package io.tarn.service.problem;

import org.jspecify.annotations.NullMarked;
