package io.tarn.service.problem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A refusal that already knows its problem document. Features with several refusals have a
/// sealed family of their own; this one serves the common cases.
public final class ProblemException extends RuntimeException {
  private final int status;
  private final String name;
  private final @Nullable String detail;
  private final Map<String, Object> members;

  /// `name` is the last part of the type: `not-found`.
  public ProblemException(
      int status, String name, @Nullable String detail, Map<String, Object> members) {
    super(name + (detail == null ? "" : ": " + detail), null, false, false);
    this.status = status;
    this.name = name;
    this.detail = detail;
    this.members = Map.copyOf(members);
  }

  public ProblemException(int status, String name, @Nullable String detail) {
    this(status, name, detail, Map.of());
  }

  /// The one answer for what does not exist and for what belongs to somebody else.
  public static ProblemException notFound() {
    return new ProblemException(404, "not-found", Problems.NOT_FOUND);
  }

  /// A fault in one field or parameter of the request.
  public static ProblemException invalid(String field, String reason) {
    var violation = new Violation(field, reason);
    return new ProblemException(
        400, "invalid-request", field + " " + reason, Map.of("violations", List.of(violation)));
  }

  public static ProblemException conflict(String name, String detail) {
    return new ProblemException(409, name, detail);
  }

  public int status() {
    return status;
  }

  public Problem problem() {
    return Problem.of(status, name, detail, members);
  }

  /// Where a request is at fault, and why.
  ///
  /// @param field the place in the request
  /// @param reason why it is refused
  public record Violation(String field, String reason) {}
}
