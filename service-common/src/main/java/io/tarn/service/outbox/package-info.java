/// Records for other services: written into its outbox in the transaction of the change itself,
/// and published to Kafka afterwards, in order and at least once.
///
/// Each service's first migration contains the tables of `outbox.sql`.
@NullMarked
package io.tarn.service.outbox;

import org.jspecify.annotations.NullMarked;
