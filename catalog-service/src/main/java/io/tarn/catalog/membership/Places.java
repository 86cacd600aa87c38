package io.tarn.catalog.membership;

import io.tarn.common.paging.Cursor;
import io.tarn.common.problem.ProblemException;
import java.util.UUID;

/// Reads the places of listings that are ordered by id.
final class Places {
  private Places() {}

  static UUID uuid(Cursor cursor) {
    try {
      return UUID.fromString(cursor.value(0));
    } catch (IllegalArgumentException otherListing) {
      throw ProblemException.invalid("cursor", "is not a cursor of this listing");
    }
  }
}
