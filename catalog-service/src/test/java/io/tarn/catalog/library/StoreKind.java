package io.tarn.catalog.library;

import io.tarn.common.schema.EventCategory;

/// A kind of store that queries of the library read.
enum StoreKind {
  CLOUDTRAIL(EventCategory.CLOUDTRAIL, "cloudtrail"),
  INSIGHT(EventCategory.INSIGHT, "insight"),
  CONFIGURATION(EventCategory.CONFIGURATION_ITEM, "configuration"),
  ACTIVITY(EventCategory.ACTIVITY_AUDIT_LOG, "activity");

  private final EventCategory category;
  /// What the oracle calls it.
  private final String oracleName;

  StoreKind(EventCategory category, String oracleName) {
    this.category = category;
    this.oracleName = oracleName;
  }

  /// The kind of store that a category of the library is about.
  static StoreKind of(String category) {
    return switch (category) {
      case "insights" -> INSIGHT;
      case "config-items" -> CONFIGURATION;
      case "outside-aws" -> ACTIVITY;
      default -> CLOUDTRAIL;
    };
  }

  EventCategory category() {
    return category;
  }

  /// The name of such a store; a tenant has one of Insights from the beginning.
  String storeName() {
    return this == INSIGHT ? "insight" : "main";
  }

  String oracleName() {
    return oracleName;
  }

  /// The table of the oracle.
  String table() {
    return "library_" + oracleName;
  }
}
