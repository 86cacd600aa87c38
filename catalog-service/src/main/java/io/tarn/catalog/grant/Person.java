package io.tarn.catalog.grant;

import io.tarn.service.gate.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody whom the identity provider vouches for.
///
/// @param verifiedEmail only where the provider says that it is verified
/// @param session the session or token of this sign-in; opaque
/// @param since when they signed in, by which a role taken away since then is noticed
/// @param until when the token ends
record Person(
    Actor actor, @Nullable String verifiedEmail, String session, Instant since, Instant until) {}
