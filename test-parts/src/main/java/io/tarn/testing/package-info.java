/// PostgreSQL, Kafka and S3 for the tests of the services: the embedded parts, or containers where
/// Docker runs and `-Dtarn.test.parts=containers` asks for them. The libraries behind both come
/// with the module under test; at run time of the launcher this package is not used.
@NullMarked
package io.tarn.testing;

import org.jspecify.annotations.NullMarked;
