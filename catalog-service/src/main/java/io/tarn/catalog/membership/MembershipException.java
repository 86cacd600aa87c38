package io.tarn.catalog.membership;

/// Why something cannot be done to members, operators or invitations.
public abstract sealed class MembershipException extends RuntimeException {
  private MembershipException(String message) {
    super(message, null, false, false);
  }

  /// Unknown, used, expired, withdrawn, or somebody else's: all the same.
  public static final class NotFound extends MembershipException {
    public NotFound() {
      super("no such thing");
    }
  }

  /// The person has a role in the tenant.
  public static final class AlreadyThere extends MembershipException {
    public AlreadyThere() {
      super("This person is there already.");
    }
  }
}
