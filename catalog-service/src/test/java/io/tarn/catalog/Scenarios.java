package io.tarn.catalog;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/// Tenants and people as rows, for what does not need the other parts.
@ApplicationScoped
class Scenarios {
  private final DataSource database;

  Scenarios(DataSource database) {
    this.database = database;
  }

  TenantId tenant(String slug) {
    var tenant = Ids.tenantId();
    run(
        "insert into tenants (tenant_id, slug, name, home_account, status)"
            + " values (?, ?, ?, '111122223333', 'active')",
        tenant.value(),
        slug,
        slug + " Inc.");
    return tenant;
  }

  UUID member(TenantId tenant, String subject, String role) {
    var id = Ids.uuid();
    run(
        "insert into memberships (tenant_id, id, issuer, subject, role) values (?, ?, ?, ?, ?)",
        tenant.value(),
        id,
        Tokens.issuer(),
        subject,
        role);
    return id;
  }

  void operator(TenantId tenant, String subject) {
    run(
        "insert into operator_assignments (tenant_id, id, issuer, subject) values (?, ?, ?, ?)",
        tenant.value(),
        UUID.randomUUID(),
        Tokens.issuer(),
        subject);
  }

  UUID store(TenantId tenant, String name) {
    var id = UUID.randomUUID();
    run(
        "insert into event_data_stores (tenant_id, id, name, arn, category, is_default, status)"
            + " values (?, ?, ?, ?, 'CloudTrail', false, 'active')",
        tenant.value(),
        id,
        name,
        "arn:aws:cloudtrail:us-east-1:111122223333:eventdatastore/" + id);
    return id;
  }

  void run(String statement, Object... values) {
    try (var connection = database.getConnection();
        var prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(i + 1, values[i]);
      }
      prepared.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  long count(String statement, Object... values) {
    return Long.parseLong(text(statement, values));
  }

  /// The first column of the first row.
  String text(String statement, Object... values) {
    try (var connection = database.getConnection();
        var prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(i + 1, values[i]);
      }
      try (var found = prepared.executeQuery()) {
        found.next();
        return found.getString(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
