package io.tarn.edge.grant;

/// Credential of a caller: an access token, and whether it came out of a session cookie (which a
/// browser also sends with requests that another site made it send).
public record Credential(String token, boolean isOfSession) {
  /// That of a webhook, which shows none here: its signature is checked where it arrives.
  public static final Credential WEBHOOK = new Credential("", false);

  @Override
  public String toString() {
    return "Credential[hidden, isOfSession=" + isOfSession + "]";
  }
}
