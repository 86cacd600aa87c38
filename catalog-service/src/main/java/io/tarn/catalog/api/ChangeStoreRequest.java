package io.tarn.catalog.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.catalog.store.RulesChange;
import io.tarn.catalog.store.RulesChange.NewRetention;
import io.tarn.catalog.store.RulesChange.NewSelectors;
import io.tarn.service.problem.ProblemException;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is to be changed of a store: which one is the default, or its rules; absent leaves it as
/// it is.
///
/// @param isDefault true: events and statements that name no store mean this one from now on
/// @param selectors advanced event selectors in Lake's form; null or empty takes everything
/// @param retentionDays days of event time; null is without end
/// @param confirm the token of the preview that a shorter retention is answered by
public record ChangeStoreRequest(
    @Nullable @AssertTrue(message = "must be true: make another store the default instead")
        Boolean isDefault,
    @Schema(type = SchemaType.ARRAY, implementation = Object.class) @Nullable JsonNode selectors,
    @Schema(type = SchemaType.INTEGER, implementation = Integer.class, nullable = true)
        @Nullable JsonNode retentionDays,
    @Nullable @Size(max = 200) String confirm) {

  /// Refuses what changes nothing, and two kinds of changes at once, which could be half done.
  void demandOneChange() {
    var isOfRules = selectors != null || retentionDays != null;
    if (isDefault == null && !isOfRules) {
      throw ProblemException.invalid("body", "must have isDefault, selectors or retentionDays");
    }
    if (isDefault != null && isOfRules) {
      throw ProblemException.invalid(
          "isDefault", "cannot be changed together with selectors or retentionDays");
    }
  }

  RulesChange rules() {
    return new RulesChange(
        selectors == null ? null : new NewSelectors(CreateStoreRequest.selectorsOf(selectors)),
        retentionDays == null ? null : new NewRetention(days(retentionDays)),
        confirm);
  }

  private static @Nullable Integer days(JsonNode given) {
    if (given.isNull()) {
      return null;
    }
    var days = given.isIntegralNumber() && given.canConvertToInt() ? given.intValue() : 0;
    if (days < 1 || days > CreateStoreRequest.MOST_DAYS) {
      throw ProblemException.invalid(
          "retentionDays", "must be 1 to " + CreateStoreRequest.MOST_DAYS + " days, or null");
    }
    return days;
  }
}
