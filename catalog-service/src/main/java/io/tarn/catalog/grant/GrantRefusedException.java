package io.tarn.catalog.grant;

/// Why no grant is given.
public abstract sealed class GrantRefusedException extends RuntimeException {
  private GrantRefusedException(String message) {
    super(message, null, false, false);
  }

  /// The credential is forged, expired, or meant for somebody else.
  public static final class BadCredential extends GrantRefusedException {
    public BadCredential(String reason) {
      super(reason);
    }
  }

  /// The credential was good once: signed out since, or the role has changed.
  public static final class SessionEnded extends GrantRefusedException {
    public SessionEnded() {
      super("Sign in again: the session has ended.");
    }
  }

  /// No such tenant, or none of this person's.
  public static final class NoSuchTenant extends GrantRefusedException {
    public NoSuchTenant() {
      super("no such tenant");
    }
  }

  /// The tenant is suspended or closing.
  public static final class TenantSuspended extends GrantRefusedException {
    public TenantSuspended() {
      super("The tenant is suspended.");
    }
  }

  /// The owner of a schedule has no role in the tenant any more.
  public static final class OwnerLeft extends GrantRefusedException {
    public OwnerLeft() {
      super("The owner of the schedule has no role in this tenant any more.");
    }
  }

  /// The owner of a schedule has a role that runs no schedules.
  public static final class OwnerLostRole extends GrantRefusedException {
    public OwnerLostRole(String role) {
      super("The owner of the schedule is " + role + " now, which runs no schedules.");
    }
  }

  /// The identity provider's keys cannot be had now.
  public static final class ProviderUnavailable extends GrantRefusedException {
    public ProviderUnavailable() {
      super("The identity provider cannot be reached now.");
    }
  }
}
