package io.tarn.edge.grant;

/// Credential of a caller: an access token, and whether it came out of a session cookie (which a
/// browser also sends with requests that another site made it send).
public record Credential(String token, boolean isOfSession) {
  @Override
  public String toString() {
    return "Credential[hidden, isOfSession=" + isOfSession + "]";
  }
}
