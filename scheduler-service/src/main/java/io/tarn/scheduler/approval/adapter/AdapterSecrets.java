package io.tarn.scheduler.approval.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.secret.MasterSecret;
import io.tarn.common.secret.SecretBox;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;

/// Seals the secrets of adapters. What is sealed for one adapter opens for no other.
@ApplicationScoped
class AdapterSecrets {
  private final MasterSecret master;
  private final ObjectMapper json;

  AdapterSecrets(MasterSecret master, ObjectMapper json) {
    this.master = master;
    this.json = json;
  }

  byte[] sealed(TenantId tenant, UUID id, AdapterSecret secret) {
    try {
      return box().seal(json.writeValueAsBytes(secret), place(tenant, id));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("a secret cannot be written as JSON", failure);
    }
  }

  /// @throws IllegalStateException if it was sealed for another adapter or under another master
  ///     secret
  AdapterSecret opened(TenantId tenant, UUID id, byte[] sealed) {
    try {
      return json.readValue(box().open(sealed, place(tenant, id)), AdapterSecret.class);
    } catch (IOException _) {
      // Its text would be in the cause.
      throw new IllegalStateException("a stored secret cannot be read");
    }
  }

  private SecretBox box() {
    return new SecretBox(master, "approval-adapters");
  }

  private static String place(TenantId tenant, UUID id) {
    return tenant + "/" + id;
  }
}
