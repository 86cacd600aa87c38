package io.tarn.catalog.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.catalog.store.NewStore;
import io.tarn.catalog.store.StoreRules;
import io.tarn.common.schema.EventCategory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An event data store to be made.
///
/// @param name a name that the tenant has for no other store
/// @param category what kind of events it holds; Management, Data and NetworkActivity mean
///     CloudTrail, and absent means Management, as in Lake
/// @param selectors advanced event selectors in Lake's form; absent or empty takes everything
/// @param retentionDays days of event time; absent is without end
public record CreateStoreRequest(
    @NotNull @Pattern(regexp = "(?!default$)[a-zA-Z0-9._-]{3,128}", message = NAME_RULE)
        String name,
    @Nullable @Pattern(regexp = EventCategory.WORDS) String category,
    @Schema(type = SchemaType.ARRAY, implementation = Object.class) @Nullable JsonNode selectors,
    @Min(1) @Max(MOST_DAYS) @Nullable Integer retentionDays) {
  static final int MOST_DAYS = 36_500;
  static final String NAME_RULE =
      "must be 3 to 128 letters, digits, dots, hyphens and underscores, and not 'default'";

  NewStore store() {
    return new NewStore(name, kind(), new StoreRules(selectorsOf(selectors), retentionDays));
  }

  /// The JSON text of selectors; null where there are none.
  static @Nullable String selectorsOf(@Nullable JsonNode selectors) {
    if (selectors == null || selectors.isNull() || (selectors.isArray() && selectors.isEmpty())) {
      return null;
    }
    return selectors.toString();
  }

  private EventCategory kind() {
    return category == null ? EventCategory.CLOUDTRAIL : EventCategory.of(category);
  }
}
