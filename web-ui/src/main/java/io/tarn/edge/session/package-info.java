/// Identification of callers: the session cookie or a bearer token, sign-in and sign-out.
@NullMarked
package io.tarn.edge.session;

import org.jspecify.annotations.NullMarked;
