/// The OpenAPI documents of the services, told in the words of the sources' doc comments.
@NullMarked
package io.tarn.service.openapi;

import org.jspecify.annotations.NullMarked;
