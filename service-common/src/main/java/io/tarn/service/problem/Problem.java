package io.tarn.service.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A problem document. Clients branch on `type` (a stable relative URI), never on text.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String requestId,
    @JsonProperty(access = JsonProperty.Access.READ_ONLY) @JsonAnyGetter
        Map<String, Object> members) {
  public static final String MEDIA_TYPE = "application/problem+json";
  public static final String TYPE_PREFIX = "/problems/";

  public Problem {
    members = Map.copyOf(members);
  }

  /// A problem whose title is made from its type: `not-found` is titled "Not found".
  public static Problem of(
      int status, String name, @Nullable String detail, Map<String, ?> members) {
    return new Problem(
        TYPE_PREFIX + name, titleOf(name), status, detail, RequestId.current(), copy(members));
  }

  /// The same problem of another request: for answers outside of a request's scope.
  public Problem withRequestId(String id) {
    return new Problem(type, title, status, detail, id, members);
  }

  private static Map<String, Object> copy(Map<String, ?> members) {
    return Map.copyOf(members);
  }

  private static String titleOf(String name) {
    var words = name.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
