/// Writes what other services tell of a tenant into the tenant's system tables, which statements
/// read: `sys_runs`, `sys_changes` and `sys_usage`.
@NullMarked
package io.tarn.ingest.system;

import org.jspecify.annotations.NullMarked;
