package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.common.schema.EventCategory;
import io.tarn.ingest.selector.SelectorException;
import io.tarn.ingest.selector.SelectorParser;
import io.tarn.ingest.storage.StoreRules;
import io.tarn.service.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a store takes in, and for how long it stays.
///
/// @param selectors advanced event selectors in Lake's form; absent or null takes everything
/// @param retentionDays days of event time; absent or null is without end
@JsonIgnoreProperties(ignoreUnknown = true)
public record StoreRulesRequest(
    @Schema(type = SchemaType.ARRAY, implementation = Object.class) @Nullable JsonNode selectors,
    @Min(1) @Max(36_500) @Nullable Integer retentionDays) {

  /// Refuses selectors that a store of this category cannot have.
  StoreRules rules(EventCategory category) {
    return new StoreRules(checked(selectors, category), retentionDays);
  }

  private static @Nullable String checked(
      @Schema(type = SchemaType.ARRAY, implementation = Object.class) @Nullable JsonNode selectors,
      EventCategory category) {
    if (selectors == null || selectors.isNull()) {
      return null;
    }
    try {
      var text = selectors.toString();
      var _ = SelectorParser.parse(text, category);
      return text;
    } catch (SelectorException reason) {
      throw ProblemException.invalid("selectors", String.valueOf(reason.getMessage()));
    }
  }
}
