package io.tarn.local.realm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A user of the embedded identity provider. The subject follows from the name, so that
/// memberships can be given before the first sign-in.
///
/// @param role the role in the tenant, or across tenants
public record DemoUser(String username, String slug, String role) {
  public static final List<String> TENANT_ROLES =
      List.of("tenant-admin", "analyst", "viewer", "approver", "ingest");
  public static final DemoUser OPERATOR = new DemoUser("operator", "", "operator");
  public static final DemoUser PLATFORM_ADMIN =
      new DemoUser("platform-admin", "", "platform-admin");

  public static List<DemoUser> all() {
    var users = new ArrayList<>(List.of(PLATFORM_ADMIN, OPERATOR));
    DemoTenant.ALL.forEach(tenant -> users.addAll(membersOf(tenant)));
    return List.copyOf(users);
  }

  public static List<DemoUser> membersOf(DemoTenant tenant) {
    return TENANT_ROLES.stream()
        .map(role -> new DemoUser(tenant.slug() + "-" + role, tenant.slug(), role))
        .toList();
  }

  /// The user who has that role for a tenant.
  public static String usernameOf(String tenant, String role) {
    return role.equals(OPERATOR.role()) || role.equals(PLATFORM_ADMIN.role())
        ? role
        : tenant + "-" + role;
  }

  public String subject() {
    var name = "tarn-demo:" + username;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
