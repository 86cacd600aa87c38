package io.tarn.service.problem;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes answers of problems.
public final class Problems {
  static final String NOT_FOUND = "There is no such thing here.";

  private Problems() {}

  public static Response response(int status, String name, Throwable failure) {
    return response(status, name, failure.getMessage(), Map.of());
  }

  /// `members` are further fields of the document, such as `line` and `column`.
  public static Response response(
      int status, String name, Throwable failure, Map<String, ?> members) {
    return response(status, name, failure.getMessage(), members);
  }

  public static Response response(
      int status, String name, @Nullable String detail, Map<String, ?> members) {
    return response(Problem.of(status, name, detail, members));
  }

  public static Response response(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }

  public static Response notFound() {
    return response(404, "not-found", NOT_FOUND, Map.of());
  }
}
