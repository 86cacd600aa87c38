package io.tarn.catalog.query;

import org.jspecify.annotations.Nullable;

/// What of the queries is looked for; null is anything.
///
/// @param words in any order, with any endings, and nearly right
public record QueryFilter(
    @Nullable String words,
    @Nullable QueryPlace place,
    @Nullable String category,
    @Nullable String tag,
    boolean favouritesOnly,
    boolean deletedOnly) {
  public static final QueryFilter ANY = new QueryFilter(null, null, null, null, false, false);
}
