package io.tarn.catalog.query;

import io.tarn.service.problem.ProblemException.Violation;
import java.util.List;

/// What a request about kept queries can be refused for.
public abstract sealed class SavedQueryException extends RuntimeException {
  private SavedQueryException(String message) {
    super(message);
  }

  /// No such query, or none that the caller sees.
  public static final class NotFound extends SavedQueryException {
    public NotFound() {
      super("no such query");
    }
  }

  /// The caller sees the query and may not change it.
  public static final class NotYours extends SavedQueryException {
    public NotYours() {
      super("This query belongs to somebody else. Save a copy of your own to change it.");
    }
  }

  /// Somebody has saved a version since the one that the change is based on.
  public static final class Changed extends SavedQueryException {
    private final int newest;

    public Changed(int newest) {
      super("The query has changed meanwhile: its newest version is " + newest + ".");
      this.newest = newest;
    }

    public int newest() {
      return newest;
    }
  }

  /// The query says what cannot be saved.
  public static final class Invalid extends SavedQueryException {
    private final transient List<Violation> violations;

    public Invalid(List<Violation> violations) {
      super(violations.getFirst().field() + " " + violations.getFirst().reason());
      this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
      return violations;
    }
  }

  /// A tenant or the operator keeps as many queries as one may.
  public static final class TooMany extends SavedQueryException {
    public TooMany(int most) {
      super("At most " + most + " queries are kept here. Delete some first.");
    }
  }

  /// The publication is in no state for this.
  public static final class NotNow extends SavedQueryException {
    public NotNow(String message) {
      super(message);
    }
  }
}
