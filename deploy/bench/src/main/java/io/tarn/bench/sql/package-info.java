/// Statements in Lake SQL beside hand-written SQL. Runs in a process of its own, with the
/// translator on its class path, which the launcher does without.
@NullMarked
package io.tarn.bench.sql;

import org.jspecify.annotations.NullMarked;
