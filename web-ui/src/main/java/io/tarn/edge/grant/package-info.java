/// Exchange of credentials for grants of catalog-service before a request is forwarded.
@NullMarked
package io.tarn.edge.grant;

import org.jspecify.annotations.NullMarked;
