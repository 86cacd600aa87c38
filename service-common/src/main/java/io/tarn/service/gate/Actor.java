package io.tarn.service.gate;

/// Who acts: an identity provider's issuer, the subject there, and a name to show.
public record Actor(String issuer, String subject, String name) {}
