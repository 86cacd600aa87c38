package io.tarn.service.gate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The one table of roles and their permissions.
public enum Role {
  /// Runs the installation: tenants and people, but no events.
  PLATFORM_ADMIN(
      "platform-admin",
      Permission.TENANT_CREATE,
      Permission.TENANT_READ,
      Permission.TENANT_WRITE,
      Permission.MEMBER_READ,
      Permission.MEMBER_WRITE,
      Permission.OPERATOR_READ,
      Permission.OPERATOR_WRITE,
      Permission.CATALOGUE_CURATE,
      Permission.STORE_READ),
  /// Works for the service provider in the tenants assigned to them.
  OPERATOR(
      "operator",
      Permission.TENANT_READ,
      Permission.MEMBER_READ,
      Permission.STORE_READ,
      Permission.STORE_WRITE,
      Permission.EVENT_PUT,
      Permission.UPLOAD_READ,
      Permission.ACCOUNT_COMPARE,
      Permission.DEAD_LETTER_READ,
      Permission.DEAD_LETTER_REPLAY,
      Permission.QUERY_RUN,
      Permission.QUERY_RUN_SAVED,
      Permission.CATALOGUE_READ,
      Permission.CATALOGUE_WRITE,
      Permission.CATALOGUE_SHARE,
      Permission.QUERY_READ,
      Permission.QUERY_READ_ALL,
      Permission.QUERY_CANCEL,
      Permission.QUERY_LIMIT_READ,
      Permission.QUERY_LIMIT_WRITE,
      Permission.SCHEDULE_READ,
      Permission.SCHEDULE_WRITE,
      Permission.EXPORT_READ,
      Permission.EXPORT_WRITE,
      Permission.DESTINATION_READ,
      Permission.DESTINATION_WRITE,
      Permission.NOTIFICATION_READ,
      Permission.NOTIFICATION_WRITE,
      Permission.APPROVAL_READ,
      Permission.APPROVAL_WRITE,
      Permission.ADAPTER_READ,
      Permission.ADAPTER_WRITE,
      Permission.CHANGE_READ,
      Permission.CHANGE_REVIEW,
      Permission.CHANGE_RULE_WRITE,
      Permission.CHARGEBACK_READ,
      Permission.CHARGEBACK_WRITE,
      Permission.CHARGEBACK_CLOSE),
  TENANT_ADMIN(
      "tenant-admin",
      Permission.TENANT_READ,
      Permission.TENANT_WRITE,
      Permission.MEMBER_READ,
      Permission.MEMBER_WRITE,
      Permission.STORE_READ,
      Permission.STORE_WRITE,
      Permission.EVENT_PUT,
      Permission.UPLOAD_READ,
      Permission.UPLOAD_PURGE,
      Permission.DEAD_LETTER_READ,
      Permission.DEAD_LETTER_REPLAY,
      Permission.QUERY_RUN,
      Permission.QUERY_RUN_SAVED,
      Permission.CATALOGUE_READ,
      Permission.CATALOGUE_WRITE,
      Permission.CATALOGUE_SHARE,
      Permission.QUERY_READ,
      Permission.QUERY_READ_ALL,
      Permission.QUERY_CANCEL,
      Permission.QUERY_LIMIT_READ,
      Permission.DELIVERY_READ,
      Permission.SCHEDULE_READ,
      Permission.SCHEDULE_WRITE,
      Permission.EXPORT_READ,
      Permission.EXPORT_WRITE,
      Permission.DESTINATION_READ,
      Permission.DESTINATION_WRITE,
      Permission.NOTIFICATION_READ,
      Permission.NOTIFICATION_WRITE,
      Permission.APPROVAL_READ,
      Permission.APPROVAL_WRITE,
      Permission.ADAPTER_READ,
      Permission.ADAPTER_WRITE,
      Permission.CHANGE_READ,
      Permission.CHANGE_REVIEW,
      Permission.CHANGE_RULE_WRITE,
      Permission.CHARGEBACK_READ,
      Permission.CHARGEBACK_WRITE,
      Permission.CHARGEBACK_CLOSE),
  ANALYST(
      "analyst",
      Permission.TENANT_READ,
      Permission.STORE_READ,
      Permission.UPLOAD_READ,
      Permission.DEAD_LETTER_READ,
      Permission.QUERY_RUN,
      Permission.QUERY_RUN_SAVED,
      Permission.CATALOGUE_READ,
      Permission.CATALOGUE_WRITE,
      Permission.QUERY_READ,
      Permission.QUERY_CANCEL,
      Permission.QUERY_LIMIT_READ,
      Permission.SCHEDULE_READ,
      Permission.SCHEDULE_WRITE,
      Permission.EXPORT_READ,
      Permission.EXPORT_WRITE,
      Permission.DESTINATION_READ,
      Permission.NOTIFICATION_READ,
      Permission.APPROVAL_READ,
      Permission.CHANGE_READ,
      Permission.CHARGEBACK_READ),
  VIEWER(
      "viewer",
      Permission.TENANT_READ,
      Permission.STORE_READ,
      Permission.QUERY_RUN_SAVED,
      Permission.QUERY_READ,
      Permission.QUERY_CANCEL,
      Permission.CATALOGUE_READ,
      Permission.SCHEDULE_READ,
      Permission.EXPORT_READ,
      Permission.EXPORT_WRITE,
      Permission.NOTIFICATION_READ,
      Permission.APPROVAL_READ,
      Permission.CHANGE_READ,
      Permission.CHARGEBACK_READ),
  /// Feeds approvals, and reviews changes.
  APPROVER(
      "approver",
      Permission.TENANT_READ,
      Permission.APPROVAL_READ,
      Permission.APPROVAL_WRITE,
      Permission.ADAPTER_READ,
      Permission.CHANGE_READ,
      Permission.CHANGE_REVIEW),
  /// Puts events and sees what became of them, and does nothing else.
  INGEST("ingest", Permission.STORE_READ, Permission.EVENT_PUT, Permission.UPLOAD_READ),
  /// An operator of some tenant, outside of any tenant: keeps the queries for all customers.
  CURATOR("curator", Permission.CATALOGUE_CURATE),
  /// Somebody who is signed in, outside of any tenant.
  SIGNED_IN("signed-in"),
  /// A system that sends approvals by a webhook: what it sends is signed, and believed only where
  /// its signature is right.
  WEBHOOK("webhook", Permission.APPROVAL_DELIVER),
  /// scheduler-service, where it reads a tenant's events in its own name.
  READER(
      "reader",
      Permission.QUERY_RUN,
      Permission.QUERY_RUN_SAVED,
      Permission.QUERY_READ,
      Permission.QUERY_CANCEL,
      Permission.CATALOGUE_READ),
  /// The services among themselves.
  SYSTEM("system", Permission.PROVISION);

  private final String wireName;

  // Unmodifiable by its collector, which the checker cannot see.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<String> permissions;

  Role(String wireName, String... permissions) {
    this.wireName = wireName;
    var own = isProgram(wireName) ? Stream.<String>of() : everybody();
    this.permissions =
        Stream.concat(Arrays.stream(permissions), own).collect(Collectors.toUnmodifiableSet());
  }

  public Set<String> permissions() {
    return permissions;
  }

  /// The name in grants, requests and the database: `tenant-admin`.
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /// Whether somebody can be given this role inside a tenant.
  public boolean isOfTenant() {
    return switch (this) {
      case TENANT_ADMIN, ANALYST, VIEWER, APPROVER, INGEST -> true;
      case PLATFORM_ADMIN, OPERATOR, CURATOR, SIGNED_IN, WEBHOOK, READER, SYSTEM -> false;
    };
  }

  public static Optional<Role> of(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName.equals(wireName)).findFirst();
  }

  private static boolean isProgram(String wireName) {
    return switch (wireName) {
      case "system", "reader", "webhook" -> true;
      default -> false;
    };
  }

  private static Stream<String> everybody() {
    return Stream.of(Permission.SELF_READ, Permission.INVITATION_ACCEPT);
  }
}
