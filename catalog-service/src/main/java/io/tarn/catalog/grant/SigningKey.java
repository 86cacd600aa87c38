package io.tarn.catalog.grant;

import java.security.PrivateKey;
import java.time.Instant;

/// One key pair that grants are signed with.
///
/// @param publicKey as a JWK
record SigningKey(
    String id, PrivateKey privateKey, String publicKey, Instant signsFrom, Instant verifiesUntil) {}
