package io.tarn.query.execution;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// A part of a tenant's history, without the columns of results: those are told of one execution
/// at a time.
///
/// @param hasMore whether the history goes on after it
public record Listing(List<QueryExecution> executions, boolean hasMore) {
  /// How large a part may be, in bytes of JSON: after it only one more execution is taken.
  static final long LARGEST = 1 << 20;

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
        + bytes(execution.statement())
        + bytes(actor.issuer())
        + bytes(actor.subject())
        + bytes(actor.name());
  }

  /// In JSON, where a control character takes six bytes.
  private static long bytes(String text) {
    return text.chars().mapToLong(Listing::bytes).sum();
  }

  private static int bytes(int character) {
    if (character < ' ') {
      return 6;
    }
    return character == '"' || character == '\\' ? 2 : character < 0x80 ? 1 : 3;
  }
}
