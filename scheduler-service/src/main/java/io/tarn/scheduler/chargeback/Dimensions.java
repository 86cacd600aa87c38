package io.tarn.scheduler.chargeback;

/// By what usage is allocated. An empty text is one that the usage does not have.
///
/// @param principalArn ARN of whoever caused it
/// @param role name of the role of the session
/// @param sessionName name of the session
/// @param account the account, of 12 digits
/// @param function the function or resource that was used
public record Dimensions(
    String principalArn, String role, String sessionName, String account, String function)
    implements Comparable<Dimensions> {

  /// Usage of which nothing is known.
  public static final Dimensions NONE = new Dimensions("", "", "", "", "");

  @Override
  public int compareTo(Dimensions other) {
    return Keys.compare(Keys.of(this), Keys.of(other));
  }
}
