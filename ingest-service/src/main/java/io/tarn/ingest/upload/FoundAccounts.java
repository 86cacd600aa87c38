package io.tarn.ingest.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/// The accounts of a file as JSON.
final class FoundAccounts {
  private static final JsonMapper JSON = new JsonMapper();

  private FoundAccounts() {}

  static String json(List<FoundAccount> accounts) {
    try {
      return JSON.writeValueAsString(accounts);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("accounts are no JSON", failure);
    }
  }
}
