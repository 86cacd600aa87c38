package io.tarn.catalog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.catalog.query.QueryPlace;
import io.tarn.catalog.query.SavedQuery;
import io.tarn.service.gate.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A kept query in a listing.
///
/// @param id the id of the query
/// @param place whose it is
/// @param title a line that says what it answers
/// @param summary the first paragraph of its description
/// @param category one word for its topic
/// @param tags words that it is found by
/// @param owner who keeps it; absent for the product's
/// @param shared whether all of the tenant see it
/// @param version the number of the version that is shown
/// @param parameterCount how many parameters it has
/// @param savedAt when that version was saved
/// @param favourite whether the caller marked it
/// @param lastRunAt when the caller last ran it; absent if never
/// @param deletedAt when it was deleted; absent if it is not
/// @param canEdit whether the caller may change it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SavedQuerySummary(
    UUID id,
    QueryPlace place,
    String title,
    @Nullable String summary,
    String category,
    List<String> tags,
    @Nullable Actor owner,
    boolean shared,
    int version,
    int parameterCount,
    Instant savedAt,
    boolean favourite,
    @Nullable Instant lastRunAt,
    @Nullable Instant deletedAt,
    boolean canEdit) {
  private static final int LONGEST_SUMMARY = 300;

  static SavedQuerySummary of(SavedQuery query) {
    var content = query.version().content();
    return new SavedQuerySummary(
        query.id(),
        query.place(),
        content.title(),
        summaryOf(content.description()),
        content.category(),
        content.tags(),
        query.owner(),
        query.isShared(),
        query.version().number(),
        content.parameters().size(),
        query.version().createdAt(),
        query.isFavourite(),
        query.lastRunAt(),
        query.deletedAt(),
        query.canEdit());
  }

  private static @Nullable String summaryOf(@Nullable String description) {
    if (description == null) {
      return null;
    }
    var end = description.indexOf("\n\n");
    var first = (end < 0 ? description : description.substring(0, end)).strip();
    return first.codePointCount(0, first.length()) <= LONGEST_SUMMARY
        ? first
        : first.substring(0, first.offsetByCodePoints(0, LONGEST_SUMMARY)) + "…";
  }
}
