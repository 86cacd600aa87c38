package io.tarn.common.tenant;

import java.util.regex.Pattern;

/// The immutable id of one customer organisation: 26 lower-case letters and digits.
///
/// Database schemas and logins are named from it (`t_<id>`), because every role of a database
/// can read all names.
public record TenantId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-z]{26}");

  public TenantId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a tenant id has 26 lower-case letters and digits");
    }
  }

  /// The name of the tenant's schema, which is the name of its login as well.
  public String schema() {
    return "t_" + value;
  }

  @Override
  public String toString() {
    return value;
  }
}
