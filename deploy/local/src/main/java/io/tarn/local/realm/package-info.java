/// The realm of the embedded identity provider: its clients, and the tenants and users of the demo.
@NullMarked
package io.tarn.local.realm;

import org.jspecify.annotations.NullMarked;
