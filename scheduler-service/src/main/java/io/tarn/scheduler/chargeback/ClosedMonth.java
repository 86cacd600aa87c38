package io.tarn.scheduler.chargeback;

import java.time.Instant;

/// A month that does not change any more.
///
/// @param by who closed it
record ClosedMonth(Statement statement, Basis basis, String by, Instant at) {}
