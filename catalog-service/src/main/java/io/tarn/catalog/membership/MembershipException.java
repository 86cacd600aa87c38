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

  /// A platform-admin cannot have a role in a tenant.
  public static final class OfPlatform extends MembershipException {
    public OfPlatform() {
      super(
          "A platform-admin manages tenants and people and sees no events, so they cannot have a"
              + " role in a tenant.");
    }
  }

  /// The tenant would be left without somebody who can manage its members.
  public static final class LastTenantAdmin extends MembershipException {
    public LastTenantAdmin() {
      super("The tenant needs a tenant-admin without an expiry; name another one first.");
    }
  }

  /// People do not lengthen their own access.
  public static final class OwnExpiry extends MembershipException {
    public OwnExpiry() {
      super("The end of your own membership is taken away or moved back by somebody else.");
    }
  }
}
