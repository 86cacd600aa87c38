/// Reading a tenant's data under the tenant's own database login, the only way this service has.
///
/// Connections are made on demand, few, closed when idle, never older than half an hour; each
/// reading is one read-only transaction that ends with a rollback, so nothing of it outlives it.
@NullMarked
package io.tarn.query.tenantdb;

import org.jspecify.annotations.NullMarked;
