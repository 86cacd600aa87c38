/// The operations of the services as their OpenAPI documents describe them, for tests that go
/// through all of them.
@NullMarked
package io.tarn.acceptance.openapi;

import org.jspecify.annotations.NullMarked;
