package io.tarn.service.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A problem document. Clients branch on `type` (a stable relative URI), never on text.
///
/// @param type which problem it is, as a stable relative URI: `/problems/not-found`
/// @param title the type in words
/// @param status the HTTP status
/// @param detail what is wrong in this case, for people
/// @param requestId the id of the request, to be named to an operator
/// @param members further fields of this type, beside the others
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable String requestId,
    @Schema(hidden = true) @JsonProperty(access = JsonProperty.Access.READ_ONLY) @JsonAnyGetter
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
