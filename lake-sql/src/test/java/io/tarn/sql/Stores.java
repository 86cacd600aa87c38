package io.tarn.sql;

import io.tarn.common.schema.EventCategory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The event data stores of a made-up tenant.
final class Stores {
  static final String MAIN_ID = "37382170-182d-42ed-9df9-5aaf0b4b9511";
  static final EventDataStore MAIN = store(MAIN_ID, "main", EventCategory.CLOUDTRAIL, true);
  static final EventDataStore INSIGHTS =
      store("ee54f254-e519-4660-b5dd-cf1bfe9ca4b2", "insight", EventCategory.INSIGHT, false);
  static final EventDataStore ITEMS =
      store(
          "0f3c7b6e-4d0a-4c5e-9b57-6a3e1d2c4b5a",
          "config",
          EventCategory.CONFIGURATION_ITEM,
          false);
  static final EventDataStore EVIDENCE =
      store("5b1d9a70-2f4e-4a83-8c19-7e6f5d4c3b2a", "evidence", EventCategory.EVIDENCE, false);
  static final EventDataStore ACTIVITY =
      store(
          "9c8b7a65-1e2d-4f3c-a4b5-c6d7e8f90a1b",
          "activity",
          EventCategory.ACTIVITY_AUDIT_LOG,
          false);
  static final TranslationContext CONTEXT =
      new TranslationContext(
          "t_0123456789abcdefghijklmnop",
          List.of(MAIN, INSIGHTS, ITEMS, EVIDENCE, ACTIVITY),
          Instant.EPOCH);

  private Stores() {}

  private static EventDataStore store(
      String id, String name, EventCategory category, boolean isDefault) {
    return new EventDataStore(
        UUID.fromString(id),
        name,
        "arn:aws:cloudtrail:eu-west-1:111122223333:eventdatastore/" + id,
        category,
        isDefault);
  }
}
