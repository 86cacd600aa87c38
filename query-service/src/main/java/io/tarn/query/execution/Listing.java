package io.tarn.query.execution;

import io.tarn.service.paging.JsonSize;
import io.tarn.service.paging.Page;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// A part of a tenant's history, without the columns of results: those are told of one execution
/// at a time.
///
/// @param hasMore whether the history goes on after it
public record Listing(List<QueryExecution> executions, boolean hasMore) {
  /// How large a part may be, in bytes of JSON: after it only one more execution is taken.
  static final long LARGEST = Page.MAX_SIZE;

  /// What an execution takes beside its statement and names.
  private static final long OTHER = 1000;

  public Listing {
    executions = List.copyOf(executions);
  }

  /// The first executions, up to the limit or until they are large together.
  static Listing of(Iterator<QueryExecution> found, int limit) {
    var taken = new ArrayList<QueryExecution>();
    long size = 0;
    while (taken.size() < limit && size < LARGEST && found.hasNext()) {
      var execution = found.next();
      taken.add(execution);
      size += sizeOf(execution);
    }
    return new Listing(taken, found.hasNext());
  }

  private static long sizeOf(QueryExecution execution) {
    var actor = execution.actor();
    return OTHER
        + JsonSize.of(execution.statement(), actor.issuer(), actor.subject(), actor.name());
  }
}
