/// Grants from catalog-service: what a credential is exchanged for before a request goes on.
@NullMarked
package io.tarn.edge.grant;

import org.jspecify.annotations.NullMarked;
