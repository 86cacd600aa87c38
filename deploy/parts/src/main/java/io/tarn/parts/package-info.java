/// The embedded real parts: PostgreSQL, Kafka, Keycloak and an S3 endpoint, each a child
/// process with its data in a folder, on loopback only. The launcher runs all of them, tests of
/// services run those they need.
@NullMarked
package io.tarn.parts;

import org.jspecify.annotations.NullMarked;
