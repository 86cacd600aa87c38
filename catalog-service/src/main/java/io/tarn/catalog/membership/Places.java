package io.tarn.catalog.membership;

import io.tarn.service.paging.Cursor;
import io.tarn.service.problem.ProblemException;
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
