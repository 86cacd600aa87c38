package io.tarn.catalog.api;

import io.tarn.catalog.query.SavedQuery;
import io.tarn.service.problem.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/// The version of a kept query as an `ETag`: `"3"`.
final class VersionTag {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,9})\"");

  private VersionTag() {}

  static EntityTag of(int version) {
    return new EntityTag(Integer.toString(version));
  }

  /// The version that a change is based on, as `If-Match` names it.
  static int base(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new ProblemException(
          428,
          "precondition-required",
          "Say in If-Match which version the change is based on: the ETag of the query.");
    }
    var match = TAG.matcher(ifMatch.strip());
    if (!match.matches()) {
      throw ProblemException.invalid("If-Match", "must be the ETag of the query, such as \"3\"");
    }
    return Integer.parseInt(match.group(1));
  }

  /// The query with its tag.
  static RestResponse<SavedQueryResponse> tagged(SavedQuery query) {
    return ResponseBuilder.ok(SavedQueryResponse.of(query)).tag(of(query.newest())).build();
  }

  /// The query that was just made, with its tag and its address.
  static Response created(SavedQuery query, String location) {
    return Response.created(URI.create(location))
        .entity(SavedQueryResponse.of(query))
        .tag(of(query.newest()))
        .build();
  }
}
