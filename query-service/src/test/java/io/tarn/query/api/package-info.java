/// Application tests: queries over HTTP, on a real PostgreSQL and Kafka, with two tenants.
@NullMarked
package io.tarn.query.api;

import org.jspecify.annotations.NullMarked;
