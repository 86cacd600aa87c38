package io.tarn.service.gate;

/// Who acts.
///
/// @param issuer the issuer of the identity provider that knows them
/// @param subject who they are there
/// @param name a name to show
public record Actor(String issuer, String subject, String name) {}
