package io.tarn.ingest.storage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A condition of a statement, made of what is asked for, with its bound values. Not thread-safe.
public final class Where {
  private final StringBuilder clauses;
  private final List<Object> values = new ArrayList<>();

  private Where(String clause, Object value) {
    clauses = new StringBuilder("where ").append(clause);
    values.add(value);
  }

  /// The first condition, such as `tenant_id = ?`.
  public static Where of(String clause, Object value) {
    return new Where(clause, value);
  }

  /// One more, which takes the value once; none without a value.
  public Where and(String clause, @Nullable Object value) {
    if (value != null) {
      clauses.append(" and ").append(clause);
      values.add(value);
    }
    return this;
  }

  /// One more that takes no value.
  public Where and(String clause) {
    clauses.append(" and ").append(clause);
    return this;
  }

  /// An alternative to the one before, inside brackets that the texts open and close.
  public Where or(String clause, Object value) {
    clauses.append(" or ").append(clause);
    values.add(value);
    return this;
  }

  /// The text, beginning with `where`.
  public String text() {
    return clauses.append(' ').toString();
  }

  /// The values in their order, and then others.
  public Object[] values(Object... more) {
    var all = new ArrayList<>(values);
    all.addAll(List.of(more));
    return all.toArray();
  }
}
